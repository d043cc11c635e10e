using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;

namespace SellerPortal.Features.Sellers;

/// <summary>The admin's list of sellers. The query string holds the filter, so that the address is the view.</summary>
public sealed partial class SellersPage
{
    [Inject]
    private ListSellers List { get; set; } = null!;

    private int Pages => (Page!.Total + SellerFilter.PageSize - 1) / SellerFilter.PageSize;

    private IEnumerable<(SellerStatus? Status, string Url)> Tabs =>
        new SellerStatus?[] { SellerStatus.Pending, SellerStatus.Approved, SellerStatus.Rejected, null }.Select(status => (status, UrlOf(Filter with { Status = status, Page = 1 })));

    private Dictionary<string, object?> SearchAttributes => new() { ["aria-label"] = Texts["SearchLabel"].Value };

    /// <inheritdoc/>
    protected override SellerFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return SellerFilter.Of(
            values.GetValueOrDefault("status"), values.GetValueOrDefault("q"), int.TryParse(values.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : null);
    }

    /// <inheritdoc/>
    protected override Task<SellerListPage> ReadAsync(Actor actor, SellerFilter filter, CancellationToken token) => List.ExecuteAsync(actor, filter, token);

    private static string UrlOf(SellerFilter filter)
    {
        var query = new List<KeyValuePair<string, string?>>();
        if (filter.Status is { } status) query.Add(new("status", status.ToString()));
        if (filter.Text is { } text) query.Add(new("q", text));
        if (filter.Page > 1) query.Add(new("page", filter.Page.ToString(CultureInfo.InvariantCulture)));
        return PortalUrls.Sellers + QueryString.Create(query);
    }

    private int? CountOf(SellerStatus? status) => status is null ? Page?.Counts.Values.Sum() : Page?.Counts.GetValueOrDefault(status.Value);

    private void Search(string? text) => Show(UrlOf(SellerFilter.Of(Filter.Status?.ToString(), text, 1)));
}
