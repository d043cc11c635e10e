using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SellerPortal.Platform.Api;

/// <summary>JSON as the API speaks it: names in camel case, enumerations as their names, numbers as numbers, nothing unknown, nothing twice.</summary>
public static class ApiJson
{
    /// <summary>The deepest nesting that is read.</summary>
    public const int Deepest = 16;

    /// <summary>For what the API reads and writes.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerOptions.Web));

    /// <summary>Sets options up, those of the portal's answers among them.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.MaxDepth = Deepest;

        // Names in every Indian script stay readable; the answers are JSON and never stand in a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        return options;
    }
}
