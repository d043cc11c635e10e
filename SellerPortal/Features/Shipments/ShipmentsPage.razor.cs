using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments;

/// <summary>The list of shipments. The query string holds the filter, so that the address is the view.</summary>
public sealed partial class ShipmentsPage
{
    private static readonly Dictionary<ShipmentTile, int> NoCounts = [];

    [Inject]
    private ListShipments List { get; set; } = null!;

    [Inject]
    private ListChoices Choices { get; set; } = null!;

    [Inject]
    private OrderLabels Labels { get; set; } = null!;

    private bool Ordering { get; set; }

    /// <summary>Why the labels of the list were not ordered.</summary>
    private string? Said { get; set; }

    /// <summary>The chosen shipments in the order in which they were chosen; kept from page to page.</summary>
    private IReadOnlyList<ShipmentId> Chosen { get; set; } = [];

    /// <summary>The columns chosen while the filter stands; null for those of the view with this filter, or the remembered ones.</summary>
    private IReadOnlyList<ShipmentColumn>? ChosenColumns { get; set; }

    private IReadOnlyList<ShipmentColumn> Columns =>
        ChosenColumns ?? Views.FirstOrDefault(view => view.Filter == Filter with { Place = null })?.Columns ?? Page?.Choice.Columns ?? ShipmentColumns.Usual;

    private IReadOnlyList<ListView> Views => Page?.Choice.Views ?? [];

    private Dictionary<string, object?> SearchAttributes => new() { ["aria-label"] = Texts["FilterLabel"].Value };

    private string SheetText => Page?.Sheet is { } name ? Texts["OfSheet", name] : Texts["OfNoSheet"];

    private string WithoutSheetUrl => (Filter with { Sheet = null, Place = null }).ToUrl();

    private string? RangeText => Page?.List switch
    {
        null or { Rows.Count: 0 } or { Total: null } => null,
        { Total: > ShipmentTiles.HighestCount } => Texts["TotalMore", IndianFormat.Number(ShipmentTiles.HighestCount)].Value,
        { Total: 1 } => Texts["TotalOne"].Value,
        { Total: { } total } => Texts["Total", IndianFormat.Number(total)].Value,
    };

    /// <inheritdoc/>
    protected override ShipmentFilter Parse(string query) => ShipmentFilter.Parse(query);

    /// <inheritdoc/>
    protected override void OnFilterChanged(ShipmentFilter? before)
    {
        Said = null;
        if (before is not null && before with { Place = null } == Filter with { Place = null }) return;
        Chosen = [];
        ChosenColumns = null;
    }

    /// <inheritdoc/>
    protected override async Task<ShipmentsShown> ReadAsync(Actor actor, ShipmentFilter filter, CancellationToken token)
    {
        if (filter is { Text: { } text, Place: null } && await List.ByArticleAsync(actor, text, token) is { } one)
        {
            Navigation.NavigateTo(PortalUrls.Shipment(one), replace: true);
        }

        return new ShipmentsShown
        {
            List = await List.ExecuteAsync(actor, filter, token),
            Counts = await List.CountAsync(actor, filter.Sheet, token),
            Choice = await Choices.ReadAsync(actor, token),
            Sheet = filter.Sheet is { } sheet ? await List.SheetNameAsync(actor, sheet, token) : null,
            OnlyReads = actor.OnlyReads,
            At = Clock.GetUtcNow(),
        };
    }

    private void Search(string? text) => Show((Filter with { Text = ShipmentFilter.Tidy(text), Place = null }).ToUrl());

    private string UrlOf(ListPlace? place) => (Filter with { Place = place }).ToUrl();

    private void Choose(IReadOnlyList<ShipmentId> chosen) => Chosen = [.. chosen.Take(SelectionBar.Most)];

    private async Task PrintAllAsync()
    {
        if (Ordering) return;
        Ordering = true;
        try
        {
            switch (await Labels.ExecuteAsync(await ActorAsync(), Filter, Leaving))
            {
                case OrderLabelsResult.Ordered ordered:
                    Navigation.NavigateTo(PortalUrls.LabelFile(ordered.File));
                    break;
                case OrderLabelsResult.TooMany:
                    Said = Texts["PrintAllTooMany", IndianFormat.Number(LabelJob.MostLabels)];
                    break;
            }
        }
        finally
        {
            Ordering = false;
        }
    }

    private async Task ChooseColumnsAsync(IReadOnlyList<ShipmentColumn> columns)
    {
        await Choices.ChooseColumnsAsync(await ActorAsync(), columns, Leaving);
        ChosenColumns = columns;
    }

    private async Task<SaveViewFault> SaveViewAsync(string name)
    {
        var fault = await Choices.SaveAsync(await ActorAsync(), name, Filter, Columns, Leaving);
        if (fault != SaveViewFault.None) return fault;
        await LoadAsync();
        StateHasChanged();
        return fault;
    }

    private async Task RemoveViewAsync(Guid id)
    {
        await Choices.RemoveAsync(await ActorAsync(), id, Leaving);
        await LoadAsync();
    }
}

/// <summary>What the page shows.</summary>
public sealed record ShipmentsShown
{
    public required ShipmentPage List { get; init; }

    public required IReadOnlyDictionary<ShipmentTile, int> Counts { get; init; }

    public required ListChoice Choice { get; init; }

    /// <summary>The file name of the sheet of the filter; null without one, and for one that is not there for the account.</summary>
    public string? Sheet { get; init; }

    /// <summary>True for an account that can do nothing with chosen shipments.</summary>
    public required bool OnlyReads { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }
}
