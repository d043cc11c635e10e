namespace SellerPortal.Domain.Values;

/// <summary>Texts that go into the cells of a spreadsheet, or come out of them.</summary>
public static class SheetText
{
    /// <summary>True when a spreadsheet might run the text as a formula.</summary>
    public static bool IsFormula(ReadOnlySpan<char> text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];

    /// <summary>The text as no spreadsheet runs it, not even after it was saved as CSV: an apostrophe before it makes it text.</summary>
    public static string Harmless(string text) => IsFormula(text) ? $"'{text}" : text;
}
