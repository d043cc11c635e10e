using System.Globalization;
using System.Text;
using System.Xml;
using SellerPortal.Domain.BulkBooking;

namespace SellerPortal.Features.BulkBooking.Reading;

/// <summary>A text of a workbook: its runs joined, without the reading aids of East Asian scripts.</summary>
internal static class XlsxText
{
    /// <summary>Reads the text of the element the reader stands on, and leaves the reader at its end.</summary>
    public static string Read(XmlReader reader)
    {
        if (reader.IsEmptyElement) return "";
        var depth = reader.Depth;
        var text = "";
        var (inText, aside) = (false, false);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.LocalName == "rPh") aside = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.LocalName == "t") inText = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            if (!inText || aside || reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            if (text.Length <= SheetCell.Longest) text += reader.Value;
        }

        return Unescape(text);
    }

    /// <summary>Characters that XML cannot hold are written as _x000D_.</summary>
    private static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 6 < text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
