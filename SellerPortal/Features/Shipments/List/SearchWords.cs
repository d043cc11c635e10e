using System.Linq.Expressions;
using System.Text;
using SellerPortal.Data.Search;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;

namespace SellerPortal.Features.Shipments.List;

/// <summary>
/// What a shipment's text must hold: each entry is one thing that was asked for, in the ways it may be written. Letters
/// stand for themselves; there are no wildcards.
/// </summary>
internal sealed class SearchWords
{
    /// <summary>The index knows threes of letters; shorter words it cannot find.</summary>
    public const int ShortestIndexed = 3;

    private const int MostThrees = 6;

    private readonly List<string[]> asked = [];

    private SearchWords()
    {
    }

    public bool IsEmpty => asked.Count == 0;

    /// <summary>True when at least one thing asked for is long enough for the index in every way it may be written.</summary>
    public bool CanUseIndex => asked.Exists(ways => ways.All(way => way.Length >= ShortestIndexed));

    /// <summary>The longest thing asked for, of those that the index can find.</summary>
    private string[] InIndex => asked.Where(ways => ways.All(way => way.Length >= ShortestIndexed)).MaxBy(ways => ways.Min(way => way.Length))!;

    public static SearchWords Of(ShipmentFilter filter)
    {
        var words = new SearchWords();
        if (filter.Text is { } text) words.asked.Add(WaysToWrite(text));
        if (filter.Order is { } order) words.asked.Add([order.ToLowerInvariant()]);
        if (filter.Article is { } article) words.asked.Add([article.ToLowerInvariant()]);
        return words;
    }

    /// <summary>True for the rows that hold everything asked for.</summary>
    public IQueryable<ShipmentSearchRow> In(IQueryable<ShipmentSearchRow> rows) => asked.Aggregate(rows, (kept, ways) => kept.Where(Holds(ways)));

    /// <summary>Threes of letters of what the index is asked for, as a query for SQLite's full text table.</summary>
    public string ToMatch() => string.Join(" OR ", InIndex.Select(way => $"({string.Join(" AND ", Threes(way))})"));

    /// <summary>The beginnings of article numbers among what the index is asked for, in capitals; the threes do not find them.</summary>
    public IEnumerable<string> ArticleStarts() => InIndex
        .Where(way => char.IsAsciiLetter(way[0]) && char.IsAsciiLetter(way[1]) && char.IsAsciiDigit(way[2]))
        .Select(way => way.ToUpperInvariant());

    /// <summary>A few suffice: the rows that have them are compared with the whole text.</summary>
    private static IEnumerable<string> Threes(string way)
    {
        var starts = way.Length - ShortestIndexed;
        var count = Math.Min(starts + 1, MostThrees);
        return Enumerable.Range(0, count).Select(i => way.Substring(count == 1 ? 0 : i * starts / (count - 1), ShortestIndexed)).Distinct(StringComparer.Ordinal)
            .Select(three => $"\"{three.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    private static Expression<Func<ShipmentSearchRow, bool>> Holds(string[] ways)
    {
        if (ways is not [var one, var other]) return RowHolds(ways[0]);
        return row => row.Text.Contains(one) || row.Text.Contains(other);
    }

    private static Expression<Func<ShipmentSearchRow, bool>> RowHolds(string word) => row => row.Text.Contains(word);

    /// <summary>An article number or a mobile is also looked for without the spaces and the country code it was typed with.</summary>
    private static string[] WaysToWrite(string text)
    {
        var typed = text.ToLowerInvariant();
        var compact = MobileNumber.TryParse(text, out var mobile) ? mobile.Value : Compact(typed);
        return compact is null || compact == typed ? [typed] : [typed, compact];
    }

    private static string? Compact(string typed)
    {
        var kept = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (char.IsAsciiLetterOrDigit(c)) kept.Append(c);
            else if (c is not (' ' or '-')) return null;
        }

        var compact = kept.ToString();
        var digits = compact.Count(char.IsAsciiDigit);
        var isNumber = digits == compact.Length && digits >= 4;
        var isArticle = compact.Length is > 2 and <= ArticleNumber.Length && digits >= 1 && compact[..2].All(char.IsAsciiLetter)
            && compact[2..].TrimEnd('n').TrimEnd('i').All(char.IsAsciiDigit);
        return isNumber || isArticle ? compact : null;
    }
}
