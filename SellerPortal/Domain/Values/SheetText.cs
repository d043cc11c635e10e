using System.Text;
using System.Xml;

namespace SellerPortal.Domain.Values;

/// <summary>Texts that go into the cells of a spreadsheet, or come out of them.</summary>
public static class SheetText
{
    /// <summary>True when a spreadsheet might run the text as a formula.</summary>
    public static bool IsFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];

    /// <summary>The text as no spreadsheet runs it, not even after it was saved as CSV: an apostrophe before it makes it text.</summary>
    public static string Harmless(string text) => IsFormula(text) ? $"'{text}" : text;

    /// <summary>
    /// The text with spaces for what neither XML nor PostgreSQL holds: control characters but tab and line breaks, and
    /// halves of a pair.
    /// </summary>
    public static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) clean.Append(text, i++, 2);
            else clean.Append(' ');
        }

        return clean.ToString();
    }
}
