using CsCheck;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Tests.Printing.Shaping;

public sealed class TextBlockTests : IDisposable
{
    private readonly FontLibrary _fonts = new(FontLibrary.ShippedFolder);
    private readonly TextShaper _shaper;

    public TextBlockTests() => _shaper = new TextShaper(_fonts);

    private static Gen<string> Texts { get; } = Gen.Frequency(
            (6, Gen.Char['a', 'z']),
            (2, Gen.Char['0', '9']),
            (3, Gen.Char['\u0900', '\u0D7F']),
            (2, Gen.Char['\u0600', '\u06FF']),
            (2, Gen.Const(' ')),
            (1, Gen.Char))
        .Array[1, 240].Select(characters => new string(characters));

    [Fact]
    public void Fit_AnyText_StaysInTheBoxAndLosesNothing() => Gen.Select(Texts, Gen.Int[500, 9_000], Gen.Int[300, 4_000]).Sample(
        (text, width, height) =>
        {
            var block = TextBlock.Fit(_shaper, [new Paragraph(text)], width, height, 440);
            if (block.Height > height || block.Lines.Any(line => line.Width > width)) return false;
            return Letters(string.Concat(block.Lines.SelectMany(InReadingOrder))) == Letters(text);
        },
        iter: 300);

    [Fact]
    public void Fit_WordWiderThanTheBox_GoesOnInTheNextLine()
    {
        var word = new string('W', 80);
        var block = TextBlock.Fit(_shaper, [new Paragraph(word)], 3_000, 2_000, 440);
        Assert.True(block.Lines.Count > 1);
        Assert.Equal(word, string.Concat(block.Lines.SelectMany(InReadingOrder)));
    }

    [Fact]
    public void Fit_ShortText_KeepsTheGreatestSize() =>
        Assert.All(TextBlock.Fit(_shaper, [new Paragraph("Nagpur")], 5_000, 2_000, 440).Lines, line => Assert.Equal(440, line.Size));

    [Fact]
    public void Fit_Urdu_StandsFromTheRightWithItsNumbersTurned()
    {
        var line = Assert.Single(TextBlock.Fit(_shaper, [new Paragraph("مکان نمبر 45 (ب)")], 9_000, 2_000, 400).Lines);
        Assert.True(line.RightToLeft);
        Assert.Equal("مکان", line.Runs[^1].Text);
        Assert.Contains(line.Runs, run => run.Text == "45");
        Assert.Equal(["(", "ب", ")"], line.Runs[..3].Select(run => run.Text));
    }

    [Fact]
    public void Fit_UrduInsideEnglish_TurnsOnlyItself()
    {
        var line = Assert.Single(TextBlock.Fit(_shaper, [new Paragraph("Flat گلی قاسم Delhi")], 9_000, 2_000, 400).Lines);
        Assert.False(line.RightToLeft);
        Assert.Equal(["Flat", "قاسم", "گلی", "Delhi"], line.Runs.Where(run => run.Text != " ").Select(run => run.Text));
    }

    [Fact]
    public void Word_AsciiWithoutShaping_EqualsHarfBuzz()
    {
        var face = _fonts.Face(Script.Latin, FontWeight.Regular);
        const string Text = "Avenue-12/A, (Ward) Tokyo";
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(Text);
        buffer.GuessSegmentProperties();
        face.Shape(buffer, HarfBuzzSharp.Feature.Parse("-kern"), HarfBuzzSharp.Feature.Parse("-liga"));
        var simple = TextShaper.Simple(face, Text, null);
        Assert.Equal(buffer.GlyphInfos.Select(info => (ushort)info.Codepoint), simple.Glyphs);
        Assert.Equal(buffer.GlyphPositions.Sum(position => position.XAdvance), simple.Width);
    }

    public void Dispose() => _fonts.Dispose();

    private static IEnumerable<string> InReadingOrder(TextLine line) =>
        line.Runs.Zip(line.ReadingOrder).OrderBy(run => run.Second).Select(run => run.First.Text);

    /// <summary>Letters and digits only: what cannot be shown becomes a replacement, brackets turn in Urdu.</summary>
    private static string Letters(string text) => string.Concat(text.Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
