using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SellerPortal.Tests.Resources;

/// <summary>What holds for every text: it exists in both languages, with the same places for values.</summary>
internal static partial class TextRules
{
    // Names and codes that are written alike in both languages.
    private static readonly HashSet<string> SameInBoth = new(StringComparer.OrdinalIgnoreCase)
    {
        "GST", "CGST", "SGST", "IGST", "GSTIN", "PAN", "PIN", "HSN", "OTP", "POD", "GeM", "DoP", "API", "PDF", "CSV", "DIGIPIN",
        "A4", "A6", "A7", "mm", "in", "x", "Ctrl", "Enter", "Tab", "ID", "CSC", "MIS", "Udyam", "English", "www", "gov", "GEMC",
    };

    /// <summary>Reads a resource file.</summary>
    public static Dictionary<string, string> Read(string xml) => XDocument.Parse(xml).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    /// <summary>What is wrong between the two languages of one set of texts.</summary>
    public static IEnumerable<string> FaultsOfPair(IReadOnlyDictionary<string, string> english, IReadOnlyDictionary<string, string> hindi)
    {
        foreach (var key in english.Keys.Except(hindi.Keys)) yield return $"{key}: no Hindi";
        foreach (var key in hindi.Keys.Except(english.Keys)) yield return $"{key}: no English";
        foreach (var (key, text) in english)
        {
            if (string.IsNullOrWhiteSpace(text)) yield return $"{key}: empty in English";
            if (!hindi.TryGetValue(key, out var other)) continue;
            if (string.IsNullOrWhiteSpace(other)) yield return $"{key}: empty in Hindi";
            if (!Places(text).SetEquals(Places(other))) yield return $"{key}: other values in Hindi";
            if (!other.Any(c => c is >= '\u0900' and <= '\u097F') && Words().Matches(Place().Replace(other, " ")).Any(word => !SameInBoth.Contains(word.Value)))
            {
                yield return $"{key}: not Hindi: {other}";
            }
        }
    }

    /// <summary>
    /// The keys that a source asks its localizers for: (sets of texts, key). A key made at run time comes back with a
    /// star in the place of what is filled in; a name that one file gives to several sets, with all of them.
    /// </summary>
    /// <param name="source">A component's markup together with its code, or one C# file.</param>
    public static IEnumerable<(IReadOnlyList<string> Texts, string Key)> KeysUsed(string source)
    {
        var declared = Declaration().Matches(source).ToLookup(match => match.Groups["name"].Value, match => match.Groups["texts"].Value);
        foreach (var name in declared)
        {
            IReadOnlyList<string> texts = [.. name.Distinct()];
            foreach (Match use in Regex.Matches(source, $@"(?<![\w.]){Regex.Escape(name.Key)}\[", RegexOptions.None, TimeSpan.FromSeconds(5)))
            {
                foreach (var key in LiteralsOfFirstArgument(source, use.Index + use.Length)) yield return (texts, key);
            }
        }
    }

    /// <summary>True when a set of texts has the key, or one that fits its stars.</summary>
    public static bool Has(IEnumerable<string> keys, string key) => key.Contains('*', StringComparison.Ordinal)
        ? keys.Any(candidate => Regex.IsMatch(candidate, $"^{Regex.Escape(key).Replace("\\*", ".+", StringComparison.Ordinal)}$", RegexOptions.None, TimeSpan.FromSeconds(1)))
        : keys.Contains(key, StringComparer.Ordinal);

    private static IEnumerable<string> LiteralsOfFirstArgument(string source, int start)
    {
        var depth = 0;
        for (var i = start; i < source.Length; i++)
        {
            var c = source[i];
            if (c == '"')
            {
                var (text, end) = Literal(source, i, interpolated: source[i - 1] == '$');
                // A literal that is compared with, or handed to a method, is no key.
                if (depth == 0 && !source[..(i - (source[i - 1] == '$' ? 1 : 0))].TrimEnd().EndsWith("==", StringComparison.Ordinal) && text != "*") yield return text;
                i = end;
            }
            else if (c is '(' or '[' or '{')
            {
                depth++;
            }
            else if (c is ')' or ']' or '}')
            {
                if (depth-- == 0) yield break;
            }
            else if (c == ',' && depth == 0)
            {
                yield break;
            }
        }
    }

    private static (string Text, int End) Literal(string source, int quote, bool interpolated)
    {
        var text = new System.Text.StringBuilder();
        var hole = 0;
        for (var i = quote + 1; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '{' when interpolated:
                    if (hole++ == 0) text.Append('*');
                    break;
                case '}' when interpolated:
                    hole--;
                    break;
                case '"' when hole == 0:
                    return (text.ToString(), i);
                default:
                    if (hole == 0) text.Append(source[i]);
                    break;
            }
        }

        return (text.ToString(), source.Length);
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"[A-Za-z]+\d*", RegexOptions.None, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"IStringLocalizer<(?<texts>[\w.]+)>\??\s+(?<name>\w+)", RegexOptions.None, 5000)]
    private static partial Regex Declaration();
}
