using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Features.Shipments.List;

namespace SellerPortal.Features.Shipments;

/// <summary>Shipments as a table; on a phone each row is a card.</summary>
public sealed partial class ShipmentTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ShipmentRow> Rows { get; set; }

    /// <summary>The present, for the age of scans.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>The columns beside the article number.</summary>
    [Parameter]
    public IReadOnlyList<ShipmentColumn> Columns { get; set; } = ShipmentColumns.Usual;

    /// <summary>The chosen shipments in the order of choosing; null when nothing can be chosen.</summary>
    [Parameter]
    public IReadOnlyList<ShipmentId>? Selected { get; set; }

    /// <summary>Tells the page what is chosen now.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<ShipmentId>> SelectedChanged { get; set; }

    private bool AllSelected => Rows.Count > 0 && Rows.All(row => Selected!.Contains(row.Id));

    private static string ClassOf(ShipmentColumn column) => column switch
    {
        ShipmentColumn.Consignee => "who",
        ShipmentColumn.Contract => "contract s",
        ShipmentColumn.Product => "product",
        ShipmentColumn.Charged => "n num charged",
        ShipmentColumn.Paid => "n num paid",
        ShipmentColumn.Status => "status-cell",
        ShipmentColumn.Mobile or ShipmentColumn.Booked => "num more",
        _ => "more",
    };

    private Task ToggleAsync(ShipmentId id) =>
        SelectedChanged.InvokeAsync(Selected!.Contains(id) ? [.. Selected!.Where(chosen => chosen != id)] : [.. Selected!, id]);

    private Task SelectAllAsync() => SelectedChanged.InvokeAsync(AllSelected
        ? [.. Selected!.Except(Rows.Select(row => row.Id))]
        : [.. Selected!.Union(Rows.Select(row => row.Id))]);
}
