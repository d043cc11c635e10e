using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Cancellations;

/// <summary>Shows what would be cancelled and paid back, and cancels it at one press.</summary>
public sealed partial class CancelPage
{
    /// <summary>Ids of shipments, separated by commas.</summary>
    [SupplyParameterFromQuery(Name = "shipments")]
    public string? Shipments { get; set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<ShipmentId> Ids => [.. Chosen.Take(PortalUrls.MostShipments)];

    private IReadOnlyList<ShipmentId> Chosen => PortalUrls.ShipmentsIn(Shipments);

    [Inject]
    private CancelShipments Cancel { get; set; } = null!;

    private IReadOnlyList<Candidate> Possible => [.. Candidates!.Where(candidate => candidate.WhyNot(ShipmentAct.Cancel) is null)];

    private Money RefundOf(Candidate candidate) => Cancel.RefundOf(candidate.Total, candidate.HandedOver);

    // What was begun is finished though the seller leaves: half of a list would be a riddle.
    private Task CancelAsync() => ActAsync(
        async () => Tell(await Cancel.ExecuteAsync(Visitor, [.. Possible.Select(candidate => candidate.Id)], CancellationToken.None)),
        Texts["CancelFailed"]);

    private (string Notice, bool IsFault) Tell(IReadOnlyList<CancelResult> results)
    {
        var done = results.OfType<CancelResult.Cancelled>().ToList();
        if (results.All(result => result is CancelResult.Failed)) return (Texts["CancelFailed"], true);
        var refund = IndianFormat.MoneyExact(new Money(done.Sum(cancelled => cancelled.Refund.Paise)));
        if (done.Count < results.Count) return (Texts[results.Any(result => result is CancelResult.Failed) ? "CancelledSomeFailed" : "CancelledSome", done.Count, results.Count, refund], true);
        return (done.Count == 1 ? Texts["CancelledOne", refund] : Texts["CancelledMany", done.Count, refund], false);
    }
}
