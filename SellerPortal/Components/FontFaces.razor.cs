using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SellerPortal.Components;

/// <summary>Declares the portal's own fonts; a browser fetches only the files whose characters a page shows.</summary>
public sealed partial class FontFaces
{
    private const string Latin =
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-200B,U+200E-206F,"
        + "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";

    private const string Devanagari = "U+0900-097F,U+1CD0-1CF9,U+200C-200D,U+20A8,U+20F0,U+25CC,U+A830-A839,U+A8E0-A8FF";

    // The language switch writes one Hindi word on every English page: a file of 2 KB instead of 99.
    // Markup, because the renderer would encode the quotes, and a style element takes its text as it stands.
    private MarkupString Css => new(string.Concat(
        Face("Noto Sans", "100 900", "noto-sans-latin", Latin),
        Face("Noto Sans", "100 900", "noto-sans-rupee", "U+20B9"),
        Face("Noto Sans", "100 900", "noto-sans-devanagari", Devanagari),
        Face("Noto Sans Hindi Word", "400", "noto-sans-hindi-word", "U+0900-097F"),
        Face("Noto Sans Mono", "400", "noto-sans-mono-latin", Latin),
        Face("Noto Sans Mono", "600", "noto-sans-mono-latin-600", Latin)));

    private string Face(string family, string weight, string file, string range) => string.Create(
        CultureInfo.InvariantCulture,
        $"@font-face{{font-family:\"{family}\";font-weight:{weight};font-display:swap;src:url(\"{Assets[$"fonts/{file}.woff2"]}\") format(\"woff2\");unicode-range:{range}}}");
}
