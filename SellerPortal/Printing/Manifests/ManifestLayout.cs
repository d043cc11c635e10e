namespace SellerPortal.Printing.Manifests;

/// <summary>Where everything stands on a sheet of a manifest, A4 upright, in hundredths of a millimetre.</summary>
internal static class ManifestLayout
{
    public const int Left = 1_200;
    public const int Right = 19_800;
    public const int Rule = 20;

    /// <summary>The top of the table's headings.</summary>
    public const int Headings = 4_650;

    public const int HeadingHeight = 500;
    public const int FirstRow = Headings + HeadingHeight;

    /// <summary>High enough that a reader held across two rows meets one barcode.</summary>
    public const int RowHeight = 1_250;

    /// <summary>Nothing but the foot stands below.</summary>
    public const int Bottom = 28_500;

    public const int RowsPerPage = (Bottom - FirstRow) / RowHeight;

    /// <summary>A row of the totals.</summary>
    public const int TotalHeight = 430;

    /// <summary>The boxes for the two signatures, with the space above them.</summary>
    public const int SignaturesHeight = 3_900;

    /// <summary>Left edges of the columns, and the right edge of the last.</summary>
    public static ReadOnlySpan<int> Columns => [Left, 2_000, 8_700, 13_900, 15_350, 16_900, Right];

    /// <summary>How many sheets so many parcels of so many products need; the totals never leave their signatures.</summary>
    public static int PagesOf(int parcels, int products)
    {
        var pages = Math.Max(1, (parcels + RowsPerPage - 1) / RowsPerPage);
        var onLast = parcels - ((pages - 1) * RowsPerPage);
        return FirstRow + (onLast * RowHeight) + EndHeight(products) <= Bottom ? pages : pages + 1;
    }

    /// <summary>The height of totals and signatures.</summary>
    public static int EndHeight(int products) => 300 + ((products + 2) * TotalHeight) + SignaturesHeight;
}
