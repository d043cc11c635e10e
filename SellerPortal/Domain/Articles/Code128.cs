namespace SellerPortal.Domain.Articles;

/// <summary>
/// Code 128 (ISO/IEC 15417): text to symbols, symbols to bars. Code sets B and C only, switched so that the symbol is
/// as short as it can be; where two ways are equally short, the switch to digits comes later. Allocates nothing.
/// </summary>
public static class Code128
{
    /// <summary>The longest text; a symbol of more would be wider than any label.</summary>
    public const int LongestText = 80;

    /// <summary>Symbols that the longest text can need: start, one for each character, check, stop.</summary>
    public const int MostSymbols = LongestText + 3;

    /// <summary>Bars and spaces of that many symbols.</summary>
    public const int MostElements = (MostSymbols * 6) + 1;

    /// <summary>Modules of white that must stay free on each side.</summary>
    public const int QuietZone = 10;

    private const byte CodeC = 99;
    private const byte CodeB = 100;
    private const byte StartB = 104;
    private const byte StartC = 105;
    private const byte Stop = 106;

    /// <summary>Widths in modules of bar, space, bar, space, bar, space of each symbol; the stop has one bar more.</summary>
    private static ReadOnlySpan<byte> Patterns =>
        "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221"u8
        + "223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321"u8
        + "112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131"u8
        + "311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114"u8
        + "122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141"u8
        + "2141214121211111431113411311411141131143114111134113111131411141313111414111312114122112142112322331112"u8;

    /// <summary>Writes the symbols of a text: start, data, check, stop.</summary>
    /// <param name="text">ASCII from space to tilde, at least one character.</param>
    /// <param name="symbols">Room for at least the text's length and three; <see cref="MostSymbols"/> is always enough.</param>
    /// <returns>How many symbols were written.</returns>
    /// <exception cref="ArgumentException">The text is empty, too long, or holds a character outside code set B.</exception>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> symbols)
    {
        if (text.IsEmpty || text.Length > LongestText) throw new ArgumentException("A barcode holds 1 to 80 characters.", nameof(text));
        if (symbols.Length < text.Length + 3) throw new ArgumentException("There is too little room for the symbols.", nameof(symbols));
        if (text.ContainsAnyExceptInRange(' ', '~')) throw new ArgumentException("A barcode holds ASCII characters only.", nameof(text));

        // The fewest symbols for the rest of the text from each position, when in code set B and when in C.
        Span<byte> inB = stackalloc byte[LongestText + 1];
        Span<byte> inC = stackalloc byte[LongestText + 1];
        inB[text.Length] = inC[text.Length] = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var stayInB = inB[i + 1] + 1;
            var pair = IsPair(text, i) ? inC[i + 2] + 1 : byte.MaxValue;
            inB[i] = (byte)Math.Min(stayInB, pair + 1);
            inC[i] = (byte)Math.Min(stayInB + 1, pair);
        }

        var digits = inC[0] < inB[0];
        var count = 0;
        var position = 0;
        symbols[count++] = digits ? StartC : StartB;
        while (position < text.Length)
        {
            if (digits)
            {
                if (!IsPair(text, position) || inC[position] != inC[position + 2] + 1)
                {
                    symbols[count++] = CodeB;
                    digits = false;
                    continue;
                }

                symbols[count++] = (byte)(((text[position] - '0') * 10) + text[position + 1] - '0');
                position += 2;
            }
            else if (inB[position] == inB[position + 1] + 1)
            {
                symbols[count++] = (byte)(text[position++] - ' ');
            }
            else
            {
                symbols[count++] = CodeC;
                digits = true;
            }
        }

        symbols[count] = CheckSymbol(symbols[..count]);
        symbols[count + 1] = Stop;
        return count + 2;
    }

    /// <summary>Modules from the first bar to the last: 11 for each symbol and 13 for the stop.</summary>
    public static int Modules(int symbols) => ((symbols - 1) * 11) + 13;

    /// <summary>Writes the widths in modules of the bars and spaces, beginning and ending with a bar.</summary>
    /// <param name="symbols">What <see cref="Encode"/> wrote.</param>
    /// <param name="widths">Room for six widths a symbol and one; <see cref="MostElements"/> is always enough.</param>
    /// <returns>How many widths were written.</returns>
    public static int Bars(ReadOnlySpan<byte> symbols, Span<byte> widths)
    {
        var count = 0;
        foreach (var symbol in symbols)
        {
            foreach (var width in Patterns.Slice(symbol * 6, symbol == Stop ? 7 : 6)) widths[count++] = (byte)(width - '0');
        }

        return count;
    }

    private static bool IsPair(ReadOnlySpan<char> text, int position) =>
        position + 1 < text.Length && char.IsAsciiDigit(text[position]) && char.IsAsciiDigit(text[position + 1]);

    private static byte CheckSymbol(ReadOnlySpan<byte> symbols)
    {
        int sum = symbols[0];
        for (var i = 1; i < symbols.Length; i++) sum += i * symbols[i];
        return (byte)(sum % 103);
    }
}
