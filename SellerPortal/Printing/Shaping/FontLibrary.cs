using System.Text;

namespace SellerPortal.Printing.Shaping;

/// <summary>The weights that labels use.</summary>
internal enum FontWeight
{
    Regular,
    Bold,

    /// <summary>Bold with digits and letters of one width, for the article number.</summary>
    Mono,
}

/// <summary>The fonts shipped with the portal, opened at first use.</summary>
internal sealed class FontLibrary : IDisposable
{
    private static readonly Script[] Written =
        [.. Enum.GetValues<Script>().Where(script => script is not (Script.Common or Script.Inherited))];

    private readonly Lazy<FontFace>[] regular;
    private readonly Lazy<FontFace>[] bold;
    private readonly Lazy<FontFace> mono;

    /// <param name="folder">Where the font files are.</param>
    public FontLibrary(string folder)
    {
        regular = [.. Written.Select(script => Open(script, "Regular"))];
        bold = [.. Written.Select(script => Open(script, "Bold"))];
        mono = new Lazy<FontFace>(() => new FontFace(Path.Combine(folder, "NotoSansMono-Bold.ttf"), Script.Latin));

        Lazy<FontFace> Open(Script script, string weight)
        {
            var family = script switch
            {
                Script.Latin => "NotoSans",
                Script.Arabic => "NotoNaskhArabic",
                _ => $"NotoSans{script}",
            };
            return new Lazy<FontFace>(() => new FontFace(Path.Combine(folder, $"{family}-{weight}.ttf"), script));
        }
    }

    /// <summary>The folder of fonts beside the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Printing", "Fonts");

    public FontFace Face(Script script, FontWeight weight) => weight switch
    {
        FontWeight.Mono when script is Script.Latin => mono.Value,
        FontWeight.Regular => regular[(int)script].Value,
        _ => bold[(int)script].Value,
    };

    /// <summary>The first font of a weight that has the character, or null.</summary>
    public FontFace? FaceWith(Rune rune, FontWeight weight)
    {
        foreach (var script in Written)
        {
            var face = Face(script, weight);
            if (face.Glyph(rune) != 0) return face;
        }

        return null;
    }

    public void Dispose()
    {
        foreach (var face in regular.Concat(bold).Append(mono))
        {
            if (face.IsValueCreated) face.Value.Dispose();
        }
    }
}
