using System.Globalization;
using System.Text.Json.Nodes;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>A body with one thing wrong.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Pointer">Where.</param>
/// <param name="Body">As it is sent.</param>
internal sealed record BrokenBody(string What, string Pointer, JsonNode Body);

/// <summary>Breaks a good body in every way that its schema names.</summary>
internal sealed class BrokenBodies(ApiOperation operation, JsonNode good)
{
    private const int MostItems = 12_000;

    private readonly List<BrokenBody> broken = [];

    public static IReadOnlyList<BrokenBody> Of(ApiOperation operation, JsonNode good)
    {
        var bodies = new BrokenBodies(operation, good);
        bodies.Walk(operation.Body!, "");
        return bodies.broken;
    }

    private void Walk(JsonNode schema, string at)
    {
        var found = operation.Document.Resolve(schema);
        Break("wrong type", at, At(good, at), WrongFor(schema), replace: true);
        switch (At(good, at))
        {
            case JsonObject:
                WalkMembers(found, at);
                break;
            case JsonArray { Count: > 0 }:
                Walk(found["items"]!, $"{at}/0");
                break;
        }
    }

    private void WalkMembers(JsonObject schema, string at)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(name => name!.ToString()).ToHashSet(StringComparer.Ordinal);
        var members = schema["properties"]?.AsObject() ?? [];
        Put("unknown member", $"{at}/noSuchMember", 1);
        foreach (var (name, member) in members)
        {
            var pointer = $"{at}/{name}";
            if (required.Contains(name))
            {
                Break("missing", pointer, At(good, pointer), value: null, replace: false);
                Put("null", pointer, value: null);
            }

            var type = operation.Document.Resolve(member!);
            if (type["maxLength"] is { } longest) Put("too long", pointer, new string('x', longest.GetValue<int>() + 1));
            if (type["enum"] is not null) Put("unknown value", pointer, "NoSuchValue");
            if (type["format"]?.ToString() is "uuid" or "date") Put("no such format", pointer, "12-34");
            if (type["type"]?.ToJsonString().Contains("integer", StringComparison.Ordinal) == true)
            {
                Put("a fraction", pointer, 1.5);
                Put("too large", pointer, JsonNode.Parse("100000000000000000000000000000"));
            }

            if (type["maxItems"]?.GetValue<int>() is { } most and <= MostItems) Put("too many", pointer, new JsonArray([.. Enumerable.Range(0, most + 1).Select(_ => Item(type["items"]!, pointer))]));
            if (type["minItems"]?.GetValue<int>() > 0) Put("too few", pointer, new JsonArray());
            if (At(good, pointer) is not null) Walk(member!, pointer);
            else WalkAdded(member!, pointer);
        }
    }

    /// <summary>Goes into a member that the example leaves out, as it could stand there.</summary>
    private void WalkAdded(JsonNode schema, string pointer)
    {
        var with = good.DeepClone();
        At(with, pointer[..pointer.LastIndexOf('/')])![pointer[(pointer.LastIndexOf('/') + 1)..]] = Samples.Of(operation.Document, schema);
        var bodies = new BrokenBodies(operation, with);
        bodies.Walk(schema, pointer);
        broken.AddRange(bodies.broken);
    }

    private JsonNode Item(JsonNode schema, string pointer) => At(good, $"{pointer}/0")?.DeepClone() ?? (operation.Document.Resolve(schema)["format"]?.ToString() == "uuid" ? JsonValue.Create(Guid.CreateVersion7()) : JsonValue.Create("x"));

    private JsonNode WrongFor(JsonNode schema) => operation.Document.TypesOf(schema).Contains("string") || operation.Document.Resolve(schema)["enum"] is not null ? 12345 : "text";

    private void Put(string what, string pointer, JsonNode? value) => Break(what, pointer, present: null, value, replace: true);

    private void Break(string what, string pointer, JsonNode? present, JsonNode? value, bool replace)
    {
        if (!replace && present is null) return;
        if (pointer.Length == 0)
        {
            broken.Add(new BrokenBody(what, pointer, value!));
            return;
        }

        var body = good.DeepClone();
        var cut = pointer.LastIndexOf('/');
        var name = pointer[(cut + 1)..];
        switch (At(body, pointer[..cut]))
        {
            case JsonObject members when replace:
                members[name] = value;
                break;
            case JsonObject members:
                members.Remove(name);
                break;
            case JsonArray items:
                items[int.Parse(name, CultureInfo.InvariantCulture)] = value;
                break;
        }

        broken.Add(new BrokenBody(what, pointer, body));
    }

    private static JsonNode? At(JsonNode node, string pointer) =>
        pointer.Split('/').Skip(1).Aggregate((JsonNode?)node, (one, name) => one is JsonArray items ? items[int.Parse(name, CultureInfo.InvariantCulture)] : one?[name]);
}
