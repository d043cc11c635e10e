using System.Text.Json.Nodes;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>Makes what a schema describes.</summary>
internal static class Samples
{
    /// <summary>A value with every member that the schema names, and one entry in every list.</summary>
    public static JsonNode Of(ApiDocument document, JsonNode schema)
    {
        var found = document.Resolve(schema);
        if (found["enum"] is JsonArray names) return names.First(name => name is not null)!.DeepClone();
        var types = document.TypesOf(schema);
        if (types.Contains("object")) return new JsonObject((found["properties"]?.AsObject() ?? []).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Of(document, member.Value!))));
        if (types.Contains("array")) return new JsonArray(Of(document, found["items"]!));
        if (types.Contains("boolean")) return true;
        if (types.Contains("string")) return Text(found["format"]?.ToString());
        return found["minimum"]?.DeepClone() ?? 1;
    }

    private static string Text(string? format) => format switch
    {
        "uuid" => Guid.CreateVersion7().ToString(),
        "date" => "2026-11-24",
        "date-time" => "2026-11-24T06:00:00Z",
        _ => "x",
    };
}
