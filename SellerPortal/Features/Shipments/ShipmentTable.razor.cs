using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;

namespace SellerPortal.Features.Shipments;

/// <summary>Shipments as a table; on a phone each row is a card.</summary>
public sealed partial class ShipmentTable
{
    private const int ContractTail = 9;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ShipmentRow> Rows { get; set; }

    /// <summary>The present, for the age of scans.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>The chosen shipments; null when nothing can be chosen.</summary>
    [Parameter]
    public IReadOnlySet<ShipmentId>? Selected { get; set; }

    /// <summary>Tells the page what is chosen now.</summary>
    [Parameter]
    public EventCallback<IReadOnlySet<ShipmentId>> SelectedChanged { get; set; }

    private bool AllSelected => Rows.Count > 0 && Rows.All(row => Selected!.Contains(row.Id));

    private static string? Tail(string? contract) => contract is { Length: > ContractTail } ? $"…{contract[^ContractTail..]}" : contract;

    private Task ToggleAsync(ShipmentId id)
    {
        var next = Selected!.ToHashSet();
        if (!next.Remove(id)) next.Add(id);
        return SelectedChanged.InvokeAsync(next);
    }

    private Task SelectAllAsync() => SelectedChanged.InvokeAsync(AllSelected ? new HashSet<ShipmentId>() : Rows.Select(row => row.Id).ToHashSet());
}
