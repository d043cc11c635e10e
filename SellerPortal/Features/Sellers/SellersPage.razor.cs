using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Sellers;

/// <summary>The admin's list of sellers. The query string holds the filter, so that the address is the view.</summary>
public sealed partial class SellersPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private int loads;

    [SupplyParameterFromQuery(Name = "status")]
    private string? StatusInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? TextInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageInAddress { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ListSellers List { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<SellersPage> Log { get; set; } = null!;

    private SellerFilter Filter { get; set; } = SellerFilter.Of(null, null, null);

    private SellerListPage? Page { get; set; }

    private bool Failed { get; set; }

    private int Pages => (Page!.Total + SellerFilter.PageSize - 1) / SellerFilter.PageSize;

    private IEnumerable<(SellerStatus? Status, string Url)> Tabs =>
        new SellerStatus?[] { SellerStatus.Pending, SellerStatus.Approved, SellerStatus.Rejected, null }.Select(status => (status, UrlOf(Filter with { Status = status, Page = 1 })));

    private Dictionary<string, object?> SearchAttributes => new() { ["aria-label"] = Texts["SearchLabel"].Value };

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        Filter = SellerFilter.Of(StatusInAddress, TextInAddress, PageInAddress);
        return LoadAsync();
    }

    private static string UrlOf(SellerFilter filter)
    {
        var query = new List<KeyValuePair<string, string?>>();
        if (filter.Status is { } status) query.Add(new("status", status.ToString()));
        if (filter.Text is { } text) query.Add(new("q", text));
        if (filter.Page > 1) query.Add(new("page", filter.Page.ToString(CultureInfo.InvariantCulture)));
        return PortalUrls.Sellers + QueryString.Create(query);
    }

    private int? CountOf(SellerStatus? status) => status is null ? Page?.Counts.Values.Sum() : Page?.Counts.GetValueOrDefault(status.Value);

    private async Task LoadAsync()
    {
        var load = ++loads;
        Failed = false;
        try
        {
            var page = await List.ExecuteAsync((await Authentication).User.ToActor(), Filter, leaving.Token);
            if (load == loads) Page = page;
        }
        catch (DbException fault)
        {
            Log.LogError(fault, "The list of sellers could not be read.");
            Failed = load == loads;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The admin left before the answer came.
        }
    }

    private void Search(string? text)
    {
        if ((text ?? "").Trim() == (Filter.Text ?? "")) return;
        Navigation.NavigateTo(UrlOf(SellerFilter.Of(StatusInAddress, text, 1)), replace: true);
    }
}
