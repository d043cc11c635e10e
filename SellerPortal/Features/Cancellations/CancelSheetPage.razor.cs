using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Cancellations;

/// <summary>Shows what cancelling all parcels of a sheet would do, and does it while it counts.</summary>
public sealed partial class CancelSheetPage
{
    /// <summary>So many are cancelled before the page counts on.</summary>
    private const int Portion = 50;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ReadSheetToCancel Read { get; set; } = null!;

    [Inject]
    private CancelShipments Cancel { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private int Done { get; set; }

    private int All { get; set; }

    private string CancelText => Shown!.Possible.Count == 1 ? Texts["CancelOne"] : Texts["CancelMany", IndianFormat.Number(Shown.Possible.Count)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (Shown is null && !Failed && !Leaving.IsCancellationRequested) Navigation.NotFound();
    }

    /// <inheritdoc/>
    protected override Task<SheetToCancel?> ReadAsync(CancellationToken token) => Read.ExecuteAsync(Visitor, Id, token);

    private Task CancelAsync() => ActAsync(CancelAllAsync, Texts["CancelFailed"]);

    // What was begun is finished though the seller leaves. If the portal itself stops, the page shows what is left.
    private async Task<(string Notice, bool IsFault)> CancelAllAsync()
    {
        (Done, All) = (0, Shown!.Possible.Count);
        var (cancelled, refund, failed) = (0, Money.Zero, false);
        foreach (var portion in Shown.Possible.Chunk(Portion))
        {
            // SQLite answers without ever waiting: done here, nothing of the page would be drawn until the last parcel.
            var results = await Task.Run(() => Cancel.ExecuteAsync(Visitor, portion, CancellationToken.None));
            foreach (var one in results.OfType<CancelResult.Cancelled>()) (cancelled, refund) = (cancelled + 1, refund + one.Refund);
            failed = results[^1] is CancelResult.Failed;
            if (failed) break;
            Done += portion.Length;
            StateHasChanged();
        }

        if (failed && cancelled == 0) return (Texts["CancelFailed"], true);
        var (done, all, paid) = (IndianFormat.Number(cancelled), IndianFormat.Number(All), IndianFormat.MoneyExact(refund));
        if (failed) return (Texts["CancelledSomeFailed", done, all, paid], true);
        if (cancelled < All) return (Texts["SheetCancelledSome", done, all, paid], true);
        return (cancelled == 1 ? Texts["CancelledOne", paid] : Texts["CancelledMany", done, paid], false);
    }
}
