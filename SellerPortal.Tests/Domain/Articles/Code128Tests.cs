using CsCheck;
using SellerPortal.Domain.Articles;

namespace SellerPortal.Tests.Domain.Articles;

public sealed class Code128Tests
{
    private static readonly Gen<string> Texts =
        Gen.OneOf(Gen.Char['0', '9'], Gen.Char['0', '9'], Gen.Char[' ', '~']).Array[1, 40].Select(characters => new string(characters));

    [Fact]
    public void Encode_ArticleNumber_GivesTheKnownSymbols()
    {
        var symbols = Encode("EE123456785IN");
        Assert.Equal([104, 37, 37, 17, 99, 23, 45, 67, 85, 100, 41, 46, 98, 106], symbols);
        Assert.Equal(156, Code128.Modules(symbols.Length));
    }

    [Theory]
    [InlineData("12", 4)]
    [InlineData("1234", 5)]
    [InlineData("123", 6)]
    [InlineData("A12B", 7)]
    [InlineData("A1234B", 9)]
    [InlineData("A123456B", 10)]
    [InlineData("A1234", 7)]
    public void Encode_Text_UsesTheFewestSymbols(string text, int expected) => Assert.Equal(expected, Encode(text).Length);

    [Fact]
    public void Encode_AnyText_ReadsBack() => Texts.Sample(text => Decode(Encode(text)) == text);

    [Fact]
    public void Bars_AnyText_FillTheModules() => Texts.Sample(text =>
    {
        var symbols = Encode(text);
        Span<byte> widths = stackalloc byte[Code128.MostElements];
        var count = Code128.Bars(symbols, widths);
        var modules = 0;
        foreach (var width in widths[..count]) modules += width;
        return count % 2 == 1 && modules == Code128.Modules(symbols.Length);
    });

    [Theory]
    [InlineData("")]
    [InlineData("नमस्ते")]
    [InlineData("A\tB")]
    public void Encode_TextOutsideTheCode_Throws(string text) => Assert.Throws<ArgumentException>(() => Encode(text));

    private static byte[] Encode(string text)
    {
        Span<byte> symbols = stackalloc byte[Code128.MostSymbols];
        return symbols[..Code128.Encode(text, symbols)].ToArray();
    }

    private static string Decode(byte[] symbols)
    {
        var sum = symbols[0] + symbols[1..^2].Select((symbol, index) => symbol * (index + 1)).Sum();
        Assert.Equal(sum % 103, symbols[^2]);
        var digits = symbols[0] == 105;
        var text = new System.Text.StringBuilder();
        foreach (var symbol in symbols[1..^2])
        {
            if (digits && symbol == 100) digits = false;
            else if (!digits && symbol == 99) digits = true;
            else if (digits) text.Append(symbol.ToString("D2", System.Globalization.CultureInfo.InvariantCulture));
            else text.Append((char)(symbol + ' '));
        }

        return text.ToString();
    }
}
