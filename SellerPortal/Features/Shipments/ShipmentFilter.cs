using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments;

/// <summary>Which shipments a list shows. It travels in the query string, so that a list can be bookmarked, shared and exported.</summary>
public sealed record ShipmentFilter
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    private const int LongestText = 80;
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    /// <summary>The tile that was chosen; null for all.</summary>
    public ShipmentTile? Tile { get; init; }

    /// <summary>The only status; null for all.</summary>
    public ShipmentStatus? Status { get; init; }

    /// <summary>Part of an article number, consignee, company, mobile, order, invoice or GeM contract.</summary>
    public string? Text { get; init; }

    /// <summary>The first day of booking, in India.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of booking, in India.</summary>
    public DateOnly? To { get; init; }

    public ProductCode? Product { get; init; }

    /// <summary>The consignee's pincode.</summary>
    public Pincode? Pincode { get; init; }

    /// <summary>Part of the order number.</summary>
    public string? Order { get; init; }

    /// <summary>Part of the article number, without spaces, in capitals.</summary>
    public string? Article { get; init; }

    /// <summary>The bulk sheet that booked them; the list then stands in the order of its rows.</summary>
    public Guid? Sheet { get; init; }

    /// <summary>Where the page begins; null for the first.</summary>
    public ListPlace? Place { get; init; }

    /// <summary>True when the list shows everything.</summary>
    public bool IsEverything => this with { Place = null } == new ShipmentFilter();

    /// <summary>How many of the conditions behind the button "More filters" are set.</summary>
    public int Conditions => new object?[] { Status, From, To, Product, Pincode, Order, Article }.Count(condition => condition is not null);

    /// <summary>Reads a query string; what it does not understand it leaves out.</summary>
    public static ShipmentFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new ShipmentFilter
        {
            Tile = Named<ShipmentTile>(Value("tile")),
            Status = Named<ShipmentStatus>(Value("status")),
            Text = Value("q"),
            From = Day(Value("from")),
            To = Day(Value("to")),
            Product = ProductCodes.TryParse(Value("product"), out var product) ? product : null,
            Pincode = Domain.Addresses.Pincode.TryParse(Value("pincode"), out var pincode) ? pincode : null,
            Order = Value("order"),
            Article = Value("article") is { } article && Domain.Articles.ArticleNumber.Normalise(article) is { Length: > 0 } number ? number : null,
            Sheet = Guid.TryParseExact(Value("sheet"), "D", out var sheet) ? sheet : null,
            Place = ListPlace.Parse(Value("at")),
        };

        string? Value(string name) => values.TryGetValue(name, out var all) ? Tidy(all[^1]) : null;
    }

    /// <summary>A typed text as it is searched for: one line, not too long; null for nothing.</summary>
    public static string? Tidy(string? text)
    {
        if (text is null) return null;
        var line = string.Join(' ', string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > LongestText) line = line[..LongestText].TrimEnd();
        return line.Length == 0 ? null : line;
    }

    /// <summary>The query string of the filter, with its question mark; empty when it shows everything.</summary>
    public string ToQuery()
    {
        var values = new (string Name, string? Value)[]
        {
            ("tile", Tile?.ToString()),
            ("status", Status?.ToString()),
            ("q", Text),
            ("from", From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("to", To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("product", Product?.ToCode()),
            ("pincode", Pincode?.ToString()),
            ("order", Order),
            ("article", Article),
            ("sheet", Sheet?.ToString()),
            ("at", Place?.ToString()),
        };
        return QueryString.Create(values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value))).Value!;
    }

    /// <summary>The address of the list with this filter.</summary>
    public string ToUrl() => PortalUrls.Shipments + ToQuery();

    /// <summary>The value of a name in any case; its number is no name.</summary>
    private static T? Named<T>(string? text)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay && day <= LastDay ? day : null;
}
