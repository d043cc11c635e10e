using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using HarfBuzzSharp;

namespace SellerPortal.Printing.Shaping;

/// <summary>
/// Turns words into glyphs: splits them by script, finds a font for each character and lets HarfBuzz join and order
/// what needs it. What no font can show becomes a visible replacement; nothing is dropped, nothing throws. Words are
/// remembered, since names of places and captions return on every label. Safe to use from several threads at once.
/// </summary>
internal sealed class TextShaper(FontLibrary fonts)
{
    /// <summary>Words remembered for each weight before the memory is emptied and fills again.</summary>
    private const int MostWords = 8_192;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Kerning of Latin is left out: it costs a tenth of the file and nobody sees it at this size.</summary>
    private static readonly Feature[] NoKerning = [Feature.Parse("-kern"), Feature.Parse("-liga")];

    private readonly ConcurrentDictionary<string, GlyphRun[]>[] words = [new(), new(), new()];
    private readonly ConcurrentBag<HarfBuzzSharp.Buffer> buffers = [];

    /// <summary>The space between two words: their own font's, else that of Latin.</summary>
    public GlyphRun Space(GlyphRun before, GlyphRun after, FontWeight weight) =>
        before.Face == after.Face && before.Face.Space.Glyphs[0] != 0 ? before.Face.Space : fonts.Face(Script.Latin, weight).Space;

    /// <summary>The runs of a word, in reading order.</summary>
    public GlyphRun[] Word(ReadOnlySpan<char> word, FontWeight weight)
    {
        // Numbers differ from label to label and are quick to shape: they would only push out the names.
        if (word.ContainsAny(Digits)) return Shape(word, weight);
        var known = words[(int)weight];
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var runs)) return runs;
        if (known.Count >= MostWords) known.Clear();
        runs = Shape(word, weight);
        lookup[word] = runs;
        return runs;
    }

    private GlyphRun[] Shape(ReadOnlySpan<char> word, FontWeight weight)
    {
        var latin = fonts.Face(Script.Latin, weight);
        if (!word.ContainsAnyExceptInRange(' ', '~')) return [Simple(latin, new string(word), null)];

        var runs = new List<GlyphRun>();
        var text = new StringBuilder();
        FontFace? current = null;
        var currentNumber = false;
        var script = LeadingScript(word);
        foreach (var read in word.EnumerateRunes())
        {
            var rune = Rune.IsControl(read) ? Rune.ReplacementChar : read;
            var own = Scripts.Of(rune);
            if (own is not (Script.Common or Script.Inherited)) script = own;
            var number = Scripts.IsArabicDigit(rune);
            var face = own == Script.Inherited && current is not null ? current : FaceFor(ref rune, script, weight);
            if (current is not null && (face != current || number != currentNumber)) Finish();
            current = face;
            currentNumber = number;
            text.Append(rune.ToString());
        }

        if (current is not null) Finish();
        return [.. runs];

        void Finish()
        {
            runs.Add(current == latin && IsPlain(text) ? Simple(latin, text.ToString(), null) : Complex(current!, text.ToString(), currentNumber));
            text.Clear();
        }
    }

    private static Script LeadingScript(ReadOnlySpan<char> word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            var script = Scripts.Of(rune);
            if (script is not (Script.Common or Script.Inherited)) return script;
        }

        return Script.Latin;
    }

    private FontFace FaceFor(ref Rune rune, Script script, FontWeight weight)
    {
        var face = fonts.Face(script, weight);
        if (face.Glyph(rune) != 0) return face;
        if (fonts.FaceWith(rune, weight) is { } other) return other;
        var latin = fonts.Face(Script.Latin, weight);
        rune = latin.Glyph(Rune.ReplacementChar) != 0 ? Rune.ReplacementChar : new Rune('?');
        return latin;
    }

    /// <summary>Latin without combining marks needs no shaping.</summary>
    private static bool IsPlain(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (char.IsSurrogate(c) || c is (>= '\u0300' and <= '\u036F') or (>= '\u200B' and <= '\u200F') or >= '\uFE00' and <= '\uFE0F') return false;
            }
        }

        return true;
    }

    /// <summary>One glyph for each character.</summary>
    internal static GlyphRun Simple(FontFace face, string text, RunDirection? direction)
    {
        var glyphs = new ushort[text.Length];
        var width = 0;
        var letters = false;
        var digits = false;
        for (var i = 0; i < text.Length; i++)
        {
            var rune = new Rune(text[i]);
            glyphs[i] = face.Glyph(rune);
            width += face.Advance(glyphs[i]);
            letters |= char.IsLetter(text[i]);
            digits |= char.IsDigit(text[i]);
        }

        return new GlyphRun
        {
            Face = face,
            Text = text,
            Direction = direction ?? (letters ? RunDirection.LeftToRight : digits ? RunDirection.Number : RunDirection.Neutral),
            Glyphs = glyphs,
            Width = width,
        };
    }

    private GlyphRun Complex(FontFace face, string text, bool number)
    {
        var backwards = face.Script == Script.Arabic && !number;
        if (!buffers.TryTake(out var buffer)) buffer = new HarfBuzzSharp.Buffer();
        try
        {
            buffer.AddUtf16(text);
            buffer.GuessSegmentProperties();
            buffer.Direction = backwards ? Direction.RightToLeft : Direction.LeftToRight;
            face.Shape(buffer, face.Script == Script.Latin ? NoKerning : []);
            var infos = buffer.GetGlyphInfoSpan();
            var positions = buffer.GetGlyphPositionSpan();
            var glyphs = new ushort[infos.Length];
            var clusters = new int[infos.Length];
            var advances = new int[infos.Length];
            var offsets = new (int, int)[infos.Length];
            var width = 0;
            var shifted = false;
            for (var i = 0; i < glyphs.Length; i++)
            {
                glyphs[i] = (ushort)infos[i].Codepoint;
                clusters[i] = (int)infos[i].Cluster;
                advances[i] = positions[i].XAdvance;
                offsets[i] = (positions[i].XOffset, positions[i].YOffset);
                shifted |= offsets[i] != default;
                width += advances[i];
            }

            return new GlyphRun
            {
                Face = face,
                Text = text,
                Direction = number ? RunDirection.Number : backwards ? RunDirection.RightToLeft : RunDirection.LeftToRight,
                Glyphs = glyphs,
                Clusters = clusters,
                Advances = advances,
                Offsets = shifted ? offsets : null,
                Width = width,
            };
        }
        finally
        {
            buffer.ClearContents();
            buffers.Add(buffer);
        }
    }
}
