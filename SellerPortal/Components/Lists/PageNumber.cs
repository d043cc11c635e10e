using System.Globalization;

namespace SellerPortal.Components.Lists;

/// <summary>The number of a page in an address.</summary>
public static class PageNumber
{
    private const int Highest = 100_000;

    /// <summary>The page that a text asks for; the first when it asks for none, or for what is no page.</summary>
    public static int Of(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Highest) : 1;
}
