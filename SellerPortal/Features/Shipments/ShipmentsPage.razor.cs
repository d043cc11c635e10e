using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Shipments;

/// <summary>The list of shipments. The query string holds the filter, so that the address is the view.</summary>
public sealed partial class ShipmentsPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private int loads;

    [SupplyParameterFromQuery(Name = "tile")]
    private string? TileInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? TextInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageInAddress { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ListShipments List { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<ShipmentsPage> Log { get; set; } = null!;

    private ShipmentFilter Filter { get; set; } = ShipmentFilter.Of(null, null, null);

    private IReadOnlyDictionary<ShipmentTile, int> Counts { get; set; } = new Dictionary<ShipmentTile, int>();

    private ShipmentPage? Page { get; set; }

    private bool Failed { get; set; }

    private DateTimeOffset Now { get; set; }

    private IReadOnlySet<ShipmentId> Selected { get; set; } = new HashSet<ShipmentId>();

    private bool IsFiltered => Filter.Tile is not null || Filter.Text is not null || Filter.Page > 1;

    private IEnumerable<ShipmentId> SelectedInOrder => Page is null ? Selected : Page.Rows.Select(row => row.Id).Where(Selected.Contains);

    private int First => ((Filter.Page - 1) * ShipmentFilter.PageSize) + 1;

    private int Last => First + Page!.Rows.Count - 1;

    private int Pages => (Page!.Total + ShipmentFilter.PageSize - 1) / ShipmentFilter.PageSize;

    private Dictionary<string, object?> SearchAttributes => new() { ["aria-label"] = Texts["FilterLabel"].Value };

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        Filter = ShipmentFilter.Of(TileInAddress, TextInAddress, PageInAddress);
        Selected = new HashSet<ShipmentId>();
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        var load = ++loads;
        Failed = false;
        try
        {
            var actor = (await Authentication).User.ToActor();
            var counts = await List.CountAsync(actor, leaving.Token);
            var page = await List.ExecuteAsync(actor, Filter, leaving.Token);
            if (load != loads) return;
            (Counts, Page, Now) = (counts, page, Clock.GetUtcNow());
        }
        catch (DbException fault)
        {
            Log.LogError(fault, "The list of shipments could not be read.");
            Failed = load == loads;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The visitor left before the answer came.
        }
    }

    private void Search(string? text)
    {
        if ((text ?? "").Trim() == (Filter.Text ?? "")) return;
        Navigation.NavigateTo(ShipmentListUrl.Of(Filter.Tile, text), replace: true);
    }

    private string PageUrl(int page) => ShipmentListUrl.Of(Filter.Tile, Filter.Text, page);
}
