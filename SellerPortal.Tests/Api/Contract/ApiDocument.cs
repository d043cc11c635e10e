using System.Text.Json.Nodes;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>The document of the API as a caller reads it.</summary>
internal sealed class ApiDocument
{
    private readonly JsonNode root;

    private ApiDocument(JsonNode root)
    {
        this.root = root;
        Operations = [.. root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(call => new ApiOperation(this, path.Key, call.Key, call.Value!)))];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static async Task<ApiDocument> ReadAsync(TestHost host)
    {
        using var client = host.Anonymous();
        return new ApiDocument(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!);
    }

    public ApiOperation Operation(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>The schema itself where a reference to it is given; of several, the one that is not null.</summary>
    public JsonObject Resolve(JsonNode schema)
    {
        var found = schema.AsObject();
        while (true)
        {
            if (found["$ref"] is { } reference)
            {
                found = reference.GetValue<string>().Split('/').Skip(1).Aggregate(root, (node, part) => node[part.Replace("~1", "/", StringComparison.Ordinal)]!).AsObject();
            }
            else if ((found["oneOf"] ?? found["anyOf"]) is JsonArray choices)
            {
                found = choices.First(choice => choice!["type"]?.ToString() != "null")!.AsObject();
            }
            else
            {
                return found;
            }
        }
    }

    /// <summary>The types that a schema allows; none when it allows all.</summary>
    public IReadOnlyList<string> TypesOf(JsonNode schema)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices) return [.. choices.SelectMany(choice => TypesOf(choice!))];
        var found = Resolve(schema);
        return found["type"] switch
        {
            // The document gives the names of an enumeration without their type.
            null => found["enum"] is null ? [] : ["string"],
            JsonArray several => [.. several.Select(one => one!.GetValue<string>())],
            var one => [one.GetValue<string>()],
        };
    }
}

/// <summary>One call that the document describes.</summary>
internal sealed class ApiOperation(ApiDocument document, string path, string method, JsonNode described)
{
    public ApiDocument Document => document;

    public string Id { get; } = described["operationId"]!.GetValue<string>();

    public HttpMethod Method { get; } = HttpMethod.Parse(method);

    public string Path => path;

    /// <summary>The names in braces within the path.</summary>
    public IReadOnlyList<string> Places { get; } = [.. path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}'))];

    /// <summary>The scope that a key needs; null when none is needed.</summary>
    public string? Scope { get; } = described["security"]?[0]?["apiKey"]?[0]?.GetValue<string>();

    public bool NeedsIdempotencyKey => Parameters("header").Any(parameter => parameter["name"]!.ToString() == "Idempotency-Key");

    public JsonNode? Body => described["requestBody"]?["content"]?["application/json"]?["schema"];

    public JsonNode? Example => described["requestBody"]?["content"]?["application/json"]?["example"]?.DeepClone();

    public IEnumerable<JsonNode> Parameters(string where) => (described["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.ToString() == where).Select(parameter => parameter!);

    public bool Declares(int status) => described["responses"]!.AsObject().ContainsKey(status.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What stands in an answer by its content type; empty when the document names none.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Answers(int status) =>
        described["responses"]![status.ToString(System.Globalization.CultureInfo.InvariantCulture)]?["content"]?.AsObject().ToDictionary(one => one.Key, one => one.Value?["schema"]) ?? [];

    public override string ToString() => $"{Method} {Path}";
}
