namespace SellerPortal.Domain.Addresses;

/// <summary>
/// India Post's geocode: ten characters that name a cell of about 3.8 m, written XXX-XXX-XXXX.
/// Source: the official DIGIPIN repository of the Department of Posts.
/// </summary>
public readonly record struct Digipin
{
    /// <summary>The southern, northern, western and eastern bounds in degrees.</summary>
    public const double South = 2.5, North = 38.5, West = 63.5, East = 99.5;

    private const int Levels = 10;

    /// <summary>The cells of one level, four rows from north to south, four columns from west to east.</summary>
    private const string Cells = "FC98J327K456LMPT";

    private readonly string code;

    private Digipin(string code) => this.code = code;

    /// <summary>The height and width of a cell in degrees.</summary>
    public static double CellDegrees { get; } = (North - South) / Math.Pow(4, Levels);

    /// <summary>The centre of the cell.</summary>
    public GeoPoint Centre
    {
        get
        {
            var (south, west, size) = (South, West, North - South);
            foreach (var letter in code ?? "")
            {
                var cell = Cells.IndexOf(letter, StringComparison.Ordinal);
                size /= 4;
                south += size * (3 - (cell / 4));
                west += size * (cell % 4);
            }

            return new GeoPoint(south + (size / 2), west + (size / 2));
        }
    }

    /// <summary>True when the point lies inside the area that DIGIPIN covers.</summary>
    public static bool Covers(GeoPoint point) =>
        point.Latitude is >= South and <= North && point.Longitude is >= West and <= East;

    /// <summary>The cell in which the point lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The point is outside the bounds; ask <see cref="Covers"/> first.</exception>
    public static Digipin Encode(GeoPoint point)
    {
        if (!Covers(point))
        {
            throw new ArgumentOutOfRangeException(
                nameof(point), point, $"DIGIPIN covers latitude {South} to {North} and longitude {West} to {East}");
        }

        return new Digipin(string.Create(Levels, point, static (cells, p) =>
        {
            var (south, west, size) = (South, West, North - South);
            for (var level = 0; level < cells.Length; level++)
            {
                size /= 4;
                var row = Math.Clamp((int)((p.Latitude - south) / size), 0, 3);
                var column = Math.Clamp((int)((p.Longitude - west) / size), 0, 3);
                cells[level] = Cells[((3 - row) * 4) + column];
                south += size * row;
                west += size * column;
            }
        }));
    }

    /// <summary>The centre of the cell that <paramref name="text"/> names; hyphens, spaces and case do not matter.</summary>
    /// <exception cref="FormatException">The text is not a DIGIPIN.</exception>
    public static GeoPoint Decode(string text) => Parse(text, out var digipin) switch
    {
        DigipinFault.None => digipin.Centre,
        DigipinFault.NotTenCharacters => throw new FormatException("A DIGIPIN has ten characters, written XXX-XXX-XXXX"),
        DigipinFault.UnknownCharacter => throw new FormatException($"A DIGIPIN holds only the characters {Cells}"),
        var fault => throw new InvalidOperationException($"No such fault: {fault}"),
    };

    /// <summary>Takes ten characters of the DIGIPIN alphabet with or without hyphens and spaces, in either case.</summary>
    public static DigipinFault Parse(string? text, out Digipin digipin)
    {
        digipin = default;
        Span<char> cells = stackalloc char[Levels];
        var length = 0;
        foreach (var c in text ?? "")
        {
            if (c is '-' or ' ') continue;
            var upper = char.ToUpperInvariant(c);
            if (!Cells.Contains(upper, StringComparison.Ordinal)) return DigipinFault.UnknownCharacter;
            if (length == Levels) return DigipinFault.NotTenCharacters;
            cells[length++] = upper;
        }

        if (length != Levels) return DigipinFault.NotTenCharacters;
        digipin = new Digipin(cells.ToString());
        return DigipinFault.None;
    }

    /// <summary>The written form, XXX-XXX-XXXX.</summary>
    public override string ToString() => code is null ? "" : $"{code[..3]}-{code[3..6]}-{code[6..]}";
}

/// <summary>Why a text is not a DIGIPIN.</summary>
public enum DigipinFault
{
    /// <summary>The text is a DIGIPIN.</summary>
    None,

    /// <summary>There are fewer or more than ten characters.</summary>
    NotTenCharacters,

    /// <summary>There is a character that no cell has.</summary>
    UnknownCharacter,
}
