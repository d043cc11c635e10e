using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>Compares JSON with a schema of the document.</summary>
internal sealed class SchemaCheck(ApiDocument document)
{
    private readonly List<string> faults = [];

    /// <summary>Where the JSON is not what the schema says.</summary>
    public static IReadOnlyList<string> Faults(ApiDocument document, JsonNode? json, JsonNode schema)
    {
        var check = new SchemaCheck(document);
        check.Check(json, schema, "");
        return check.faults;
    }

    private void Check(JsonNode? json, JsonNode schema, string at)
    {
        var types = document.TypesOf(schema);
        var type = TypeOf(json);
        if (types.Count > 0 && !types.Contains(type) && !(type == "integer" && types.Contains("number")))
        {
            faults.Add($"{at}: {type} instead of {string.Join(" or ", types)}");
            return;
        }

        if (json is null) return;
        var found = document.Resolve(schema);
        if (found["enum"] is JsonArray names && !names.Any(name => name?.ToString() == json.ToString())) faults.Add($"{at}: {json} is none of {names.ToJsonString()}");
        if (found["maxLength"] is { } longest && json.ToString().Length > longest.GetValue<int>()) faults.Add($"{at}: longer than {longest}");
        if (json is JsonValue && found["format"]?.ToString() is { } format && !HasFormat(json.ToString(), format)) faults.Add($"{at}: {json} is no {format}");
        if (json is JsonObject members) CheckMembers(members, found, at);
        if (json is JsonArray items && found["items"] is { } item)
        {
            for (var i = 0; i < items.Count; i++) Check(items[i], item, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"));
        }
    }

    private void CheckMembers(JsonObject json, JsonObject schema, string at)
    {
        var known = schema["properties"]?.AsObject() ?? [];
        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            if (!json.ContainsKey(name!.ToString())) faults.Add($"{at}/{name}: missing");
        }

        foreach (var (name, value) in json)
        {
            if (known[name] is { } property) Check(value, property, $"{at}/{name}");
            else if (schema["additionalProperties"]?.GetValueKind() == JsonValueKind.False) faults.Add($"{at}/{name}: not in the document");
        }
    }

    private static string TypeOf(JsonNode? json) => json?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => json.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-') ? "integer" : "number",
        _ => "boolean",
    };

    private static bool HasFormat(string text, string format) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Offset == TimeSpan.Zero,
        _ => true,
    };
}
