using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Quotes;

/// <summary>Reads the body of a call: JSON with the members of <see cref="QuoteInput"/> and no others.</summary>
internal static class QuoteBody
{
    /// <summary>The longest body, in bytes.</summary>
    public const int Longest = 16 * 1024;

    private const int MostFaults = 20;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
    };

    private static readonly HashSet<string> Members = [.. Options.GetTypeInfo(typeof(QuoteInput)).Properties.Select(property => property.Name)];

    /// <returns>What was read, or the answer that says why it was not.</returns>
    public static async Task<(QuoteInput? Input, IResult? Refused)> ReadAsync(HttpRequest request, IStringLocalizer<QuotesTexts> texts, CancellationToken token)
    {
        var body = new byte[Longest + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, token);
        if (length > Longest) return (null, Problems.TooLarge(texts["BodyTooLarge"]));
        try
        {
            using var json = JsonDocument.Parse(body.AsMemory(0, length), new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind != JsonValueKind.Object) return (null, Refuse("", "not_an_object", texts["NotAnObject"], texts["BodyRemedy"]));
            var unknown = json.RootElement.EnumerateObject()
                .Where(member => !Members.Contains(member.Name))
                .Take(MostFaults)
                .Select(member => new Problems.FieldFault(PointerTo(member.Name), "unknown_member", texts["UnknownMember", member.Name], texts["UnknownMemberRemedy", string.Join(", ", Members)]))
                .ToList();
            return unknown.Count > 0 ? (null, Problems.Invalid(unknown)) : Typed(json.RootElement, texts);
        }
        catch (JsonException fault)
        {
            return (null, Refuse("", "not_json", texts["NotJson", (fault.LineNumber ?? 0) + 1], texts["BodyRemedy"]));
        }
        catch (InvalidOperationException)
        {
            // The parser lets bytes through that are no UTF-8, and half a surrogate pair; they show when a name is read.
            return (null, Refuse("", "not_json", texts["NotJson", 1], texts["BodyRemedy"]));
        }
    }

    private static (QuoteInput? Input, IResult? Refused) Typed(JsonElement json, IStringLocalizer<QuotesTexts> texts)
    {
        try
        {
            return (json.Deserialize<QuoteInput>(Options), null);
        }
        catch (JsonException fault)
        {
            // The path is $.member or $.member[index].
            var parts = (fault.Path ?? "$").Split('.', '[', ']').Where(part => part.Length > 0).Skip(1).ToList();
            var member = parts.Count == 0 ? "" : parts[0];
            return (null, Refuse(
                string.Concat(parts.Select(PointerTo)),
                "wrong_type",
                texts["WrongType", member],
                texts[member switch
                {
                    "weightGrams" or "declaredValueRupees" => "TypeWholeNumber",
                    "lengthCm" or "breadthCm" or "heightCm" => "TypeNumber",
                    "addOns" => "TypeList",
                    _ => "TypeText",
                }]));
        }
    }

    private static IResult Refuse(string pointer, string code, string reason, string remedy) =>
        Problems.Invalid(new Problems.FieldFault(pointer, code, reason, remedy));

    private static string PointerTo(string name) =>
        $"/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
