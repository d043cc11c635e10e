using System.Globalization;

namespace SellerPortal.Domain.Articles;

/// <summary>
/// The number on a registered article (UPU standard S10): two letters, eight digits, a check digit and the country,
/// always IN here. Nothing about the product can be read from the letters; the range a number came from knows it.
/// </summary>
public readonly record struct ArticleNumber : IComparable<ArticleNumber>
{
    /// <summary>Characters of a number written without spaces.</summary>
    public const int Length = 13;

    /// <summary>The highest serial of a prefix; the lowest is 0.</summary>
    public const int HighestSerial = 99_999_999;

    private const string Country = "IN";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";

    private readonly ushort letters;

    private ArticleNumber(char first, char second, int serial)
    {
        letters = (ushort)(((first - 'A') * 26) + second - 'A');
        Serial = serial;
    }

    /// <summary>The eight digits between the letters and the check digit.</summary>
    public int Serial { get; }

    /// <summary>The two letters.</summary>
    public string Prefix => string.Create(2, letters, static (text, value) =>
    {
        text[0] = (char)('A' + (value / 26));
        text[1] = (char)('A' + (value % 26));
    });

    /// <summary>Takes a number as people type or scan it: spaces anywhere and small letters are allowed.</summary>
    /// <returns>What is wrong, or <see cref="ArticleNumberFault.None"/>.</returns>
    public static ArticleNumberFault Parse(ReadOnlySpan<char> text, out ArticleNumber number)
    {
        number = default;
        Span<char> thirteen = stackalloc char[Length];
        var length = Normalise(text, thirteen);
        if (length == 0) return ArticleNumberFault.Empty;
        if (length != Length) return ArticleNumberFault.NotThirteenCharacters;
        if (!char.IsAsciiLetterUpper(thirteen[0]) || !char.IsAsciiLetterUpper(thirteen[1])) return ArticleNumberFault.PrefixNotLetters;

        var serial = 0;
        foreach (var c in thirteen[2..10])
        {
            if (!char.IsAsciiDigit(c)) return ArticleNumberFault.SerialNotDigits;
            serial = (serial * 10) + (c - '0');
        }

        if (!char.IsAsciiDigit(thirteen[10])) return ArticleNumberFault.SerialNotDigits;
        if (!thirteen[11..].SequenceEqual(Country)) return ArticleNumberFault.NotIndian;
        if (thirteen[10] - '0' != CheckDigit(serial)) return ArticleNumberFault.WrongCheckDigit;
        number = new ArticleNumber(thirteen[0], thirteen[1], serial);
        return ArticleNumberFault.None;
    }

    /// <summary>True when <paramref name="text"/> is a valid number.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ArticleNumber number) => Parse(text, out number) == ArticleNumberFault.None;

    /// <summary>The text without white space and in capitals: the form in which numbers are stored and compared.</summary>
    public static string Normalise(string text)
    {
        Span<char> kept = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        return new string(kept[..Normalise(text, kept)]);
    }

    /// <summary>
    /// The check digit: weights 8 6 4 2 3 5 9 7 over the eight digits, 11 less the remainder by 11; 10 becomes 0 and
    /// 11 becomes 5 (UPU S10). Because 11 becomes 5, remainders 0 and 6 share a digit: a typing error that turns the
    /// one into the other is not found.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The serial is outside 0–99,999,999.</exception>
    public static int CheckDigit(int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, HighestSerial);
        ReadOnlySpan<byte> weightsFromTheRight = [7, 9, 5, 3, 2, 4, 6, 8];
        var sum = 0;
        foreach (var weight in weightsFromTheRight)
        {
            (serial, var digit) = Math.DivRem(serial, 10);
            sum += digit * weight;
        }

        return (11 - (sum % 11)) switch
        {
            10 => 0,
            11 => 5,
            var digit => digit,
        };
    }

    /// <summary>The number of a serial within a prefix.</summary>
    /// <exception cref="ArgumentException">The prefix is not two capital letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The serial is outside 0–99,999,999.</exception>
    public static ArticleNumber Of(string prefix, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, HighestSerial);
        return prefix is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']
            ? new ArticleNumber(prefix[0], prefix[1], serial)
            : throw new ArgumentException("A prefix is two capital letters.", nameof(prefix));
    }

    /// <summary>
    /// What someone may have meant: every valid number that differs from the text in one letter or digit, or in two
    /// neighbours swapped, the swaps first. The text itself is never among them.
    /// </summary>
    /// <param name="text">A number of thirteen characters; with any other length there is nothing to suggest.</param>
    public static IReadOnlyList<ArticleNumber> Suggestions(ReadOnlySpan<char> text)
    {
        Span<char> typed = stackalloc char[Length];
        if (Normalise(text, typed) != Length) return [];

        var found = new List<ArticleNumber>();
        for (var i = 0; i + 1 < Length; i++)
        {
            if (typed[i] == typed[i + 1]) continue;
            (typed[i], typed[i + 1]) = (typed[i + 1], typed[i]);
            AddIfValid(typed);
            (typed[i], typed[i + 1]) = (typed[i + 1], typed[i]);
        }

        for (var i = 0; i < Length; i++)
        {
            var original = typed[i];
            foreach (var other in i is < 2 or > 10 ? Letters : Digits)
            {
                if (other == original) continue;
                typed[i] = other;
                AddIfValid(typed);
            }

            typed[i] = original;
        }

        return found;

        void AddIfValid(ReadOnlySpan<char> candidate)
        {
            if (TryParse(candidate, out var number) && !found.Contains(number)) found.Add(number);
        }
    }

    /// <summary>Writes the thirteen characters.</summary>
    /// <exception cref="ArgumentException">The span is shorter than <see cref="Length"/>.</exception>
    public void CopyTo(Span<char> thirteen)
    {
        if (thirteen.Length < Length) throw new ArgumentException("A number needs thirteen characters.", nameof(thirteen));
        thirteen[0] = (char)('A' + (letters / 26));
        thirteen[1] = (char)('A' + (letters % 26));
        var rest = Serial;
        for (var i = 9; i >= 2; i--)
        {
            (rest, var digit) = Math.DivRem(rest, 10);
            thirteen[i] = (char)('0' + digit);
        }

        thirteen[10] = (char)('0' + CheckDigit(Serial));
        Country.CopyTo(thirteen[11..]);
    }

    /// <inheritdoc/>
    public int CompareTo(ArticleNumber other) => letters != other.letters ? letters.CompareTo(other.letters) : Serial.CompareTo(other.Serial);

    /// <summary>Thirteen characters, as stored and as held in the barcode: EE123456785IN.</summary>
    public override string ToString() => string.Create(Length, this, static (text, number) => number.CopyTo(text));

    /// <summary>As printed and read aloud: EE 123 456 785 IN.</summary>
    public string ToSpacedString()
    {
        var text = ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{text[..2]} {text[2..5]} {text[5..8]} {text[8..11]} {text[11..]}");
    }

    /// <returns>How many characters remain, which may be more than were written.</returns>
    private static int Normalise(ReadOnlySpan<char> text, Span<char> kept)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            if (length < kept.Length) kept[length] = char.IsAsciiLetterLower(c) ? (char)(c - 'a' + 'A') : c;
            length++;
        }

        return length;
    }
}

/// <summary>Why a text is not an article number.</summary>
public enum ArticleNumberFault
{
    /// <summary>The text is an article number.</summary>
    None,

    /// <summary>Nothing was given.</summary>
    Empty,

    /// <summary>There are fewer or more than thirteen characters.</summary>
    NotThirteenCharacters,

    /// <summary>The first two characters are not both letters A–Z.</summary>
    PrefixNotLetters,

    /// <summary>The nine characters after the letters are not all digits 0–9.</summary>
    SerialNotDigits,

    /// <summary>The last two letters are not IN.</summary>
    NotIndian,

    /// <summary>The form is right, but the check digit does not fit: one character is probably mistyped.</summary>
    WrongCheckDigit,
}
