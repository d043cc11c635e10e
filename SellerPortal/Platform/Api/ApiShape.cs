using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>Compares a body with the type it is to become, and names every place where they differ.</summary>
internal static class ApiShape
{
    private const int MostFaults = 50;

    /// <summary>Adds what is wrong.</summary>
    public static void Check(JsonElement json, JsonTypeInfo type, List<Problems.FieldFault> faults) => Check(json, type, attributes: null, "", faults);

    private static void Check(JsonElement json, JsonTypeInfo type, Attributes? attributes, string pointer, List<Problems.FieldFault> faults)
    {
        if (faults.Count >= MostFaults) return;
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when json.ValueKind == JsonValueKind.Object:
                CheckMembers(json, type, pointer, faults);
                break;
            case JsonTypeInfoKind.Enumerable when json.ValueKind == JsonValueKind.Array:
                CheckItems(json, type, attributes, pointer, faults);
                break;
            case JsonTypeInfoKind.Object:
                faults.Add(WrongType(pointer, "an object"));
                break;
            case JsonTypeInfoKind.Enumerable:
                faults.Add(WrongType(pointer, "a list"));
                break;
            default:
                CheckValue(json, Nullable.GetUnderlyingType(type.Type) ?? type.Type, attributes, pointer, faults);
                break;
        }
    }

    private static void CheckMembers(JsonElement json, JsonTypeInfo type, string pointer, List<Problems.FieldFault> faults)
    {
        var known = type.Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var at = $"{pointer}/{Escape(member.Name)}";
            if (!known.Remove(member.Name, out var property))
            {
                faults.Add(new Problems.FieldFault(
                    at, "unknown_member", $"There is no member {Shown(member.Name)} here.", $"Use only {string.Join(", ", type.Properties.Select(one => one.Name))}."));
            }
            else if (member.Value.ValueKind != JsonValueKind.Null)
            {
                Check(member.Value, type.Options.GetTypeInfo(property.PropertyType), Attributes.Of(property), at, faults);
            }
            else if (property.IsRequired || !property.IsSetNullable)
            {
                faults.Add(Missing(at));
            }

            if (faults.Count >= MostFaults) return;
        }

        foreach (var property in known.Values.Where(property => property.IsRequired)) faults.Add(Missing($"{pointer}/{Escape(property.Name)}"));
    }

    private static void CheckItems(JsonElement json, JsonTypeInfo type, Attributes? attributes, string pointer, List<Problems.FieldFault> faults)
    {
        var count = json.GetArrayLength();
        if (attributes?.MaxLength is { } most && count > most) faults.Add(new Problems.FieldFault(pointer, "too_many", Say($"The list has {count} entries."), Say($"Send at most {most}.")));
        else if (attributes?.MinLength is { } least && count < least) faults.Add(new Problems.FieldFault(pointer, "too_few", Say($"The list has {count} entries."), Say($"Send at least {least}.")));
        else if (attributes?.EachItsOwn != true)
        {
            var element = type.Options.GetTypeInfo(type.ElementType!);
            var index = 0;
            foreach (var item in json.EnumerateArray())
            {
                Check(item, element, attributes: null, Say($"{pointer}/{index++}"), faults);
                if (faults.Count >= MostFaults) return;
            }
        }
    }

    private static void CheckValue(JsonElement json, Type type, Attributes? attributes, string pointer, List<Problems.FieldFault> faults)
    {
        var wanted = type switch
        {
            _ when type == typeof(string) => IsText(json) ? null : "a text",
            _ when type == typeof(bool) => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "true or false",
            _ when type == typeof(int) => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out _) ? null : "a whole number",
            _ when type == typeof(long) => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _) ? null : "a whole number",
            _ when type == typeof(decimal) => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out _) ? null : "a number",
            _ when type == typeof(Guid) => IsText(json) && json.TryGetGuid(out _) ? null : "an id such as 01890a5d-ac96-774b-bcce-b302099a8057",
            _ when type == typeof(DateOnly) => IsText(json) && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "a day such as 2026-11-24",
            _ when type.IsEnum => IsText(json) && Enum.GetNames(type).Contains(json.GetString(), StringComparer.Ordinal) ? null : $"one of {string.Join(", ", Enum.GetNames(type))}",
            _ => null,
        };
        if (wanted is not null) faults.Add(WrongType(pointer, wanted));
        else if (attributes?.MaxLength is { } longest && type == typeof(string) && json.GetString()!.Length > longest)
        {
            faults.Add(new Problems.FieldFault(pointer, "too_long", Say($"The text is longer than {longest} characters."), Say($"Send at most {longest} characters.")));
        }
        else if (type == typeof(string) && json.GetString()!.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add(new Problems.FieldFault(pointer, "nul_character", "The text has a NUL character in it, which stands for nothing.", "Leave it out."));
        }
        else if (attributes?.Range is { } range && !range.IsValid(type == typeof(decimal) ? json.GetDecimal() : json.GetInt64()))
        {
            faults.Add(new Problems.FieldFault(pointer, "out_of_range", "The number is out of range.", Say($"Send {range.Minimum} to {range.Maximum}.")));
        }
    }

    /// <summary>True for a text; half of a surrogate pair, which JSON allows to be written, is none.</summary>
    private static bool IsText(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String) return false;
        try
        {
            return json.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Problems.FieldFault WrongType(string pointer, string wanted) =>
        new(pointer, "wrong_type", $"Here stands something else than {wanted}.", $"Send {wanted}.");

    private static Problems.FieldFault Missing(string pointer) => new(pointer, "missing", "This member is required.", "Send it with a value.");

    private static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private static string Escape(string name) => Shown(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The limits that a member's attributes state, which the document of the API shows too.</summary>
    private sealed record Attributes(int? MaxLength, int? MinLength, RangeAttribute? Range, bool EachItsOwn)
    {
        public static Attributes? Of(JsonPropertyInfo property)
        {
            if (property.AttributeProvider is not { } provider) return null;
            var longest = Of<MaxLengthAttribute>(provider);
            var shortest = Of<MinLengthAttribute>(provider);
            var range = Of<RangeAttribute>(provider);
            var eachItsOwn = Of<EachItsOwnAttribute>(provider) is not null;
            return longest is null && shortest is null && range is null && !eachItsOwn ? null : new Attributes(longest?.Length, shortest?.Length, range, eachItsOwn);
        }

        private static T? Of<T>(System.Reflection.ICustomAttributeProvider provider)
            where T : Attribute => (T?)provider.GetCustomAttributes(typeof(T), inherit: true).FirstOrDefault();
    }
}
