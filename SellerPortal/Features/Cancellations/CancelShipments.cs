using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Cancellations;

/// <summary>
/// Cancels parcels, each by itself. The version of a shipment decides between a cancellation and a dispatch scan, or an
/// agent who fetches it, that come at the same moment: whichever is written first stays, and the other one meets it.
/// </summary>
public sealed class CancelShipments(
    IDbContextFactory<PortalDbContext> factory,
    IOptions<CancellationOptions> options,
    WorkSignal signal,
    ShipmentChanges changes,
    TimeProvider time,
    ILogger<CancelShipments> log)
{
    /// <summary>Cancels what can be cancelled. A fault at one parcel is that parcel's alone; two in a row, and the database is not asked for the rest.</summary>
    /// <returns>How it went for each id, in their order.</returns>
    public async Task<IReadOnlyList<CancelResult>> ExecuteAsync(Actor actor, IReadOnlyCollection<ShipmentId> ids, CancellationToken token)
    {
        var results = new List<CancelResult>(ids.Count);
        try
        {
            foreach (var id in ids)
            {
                if (!actor.MayWrite) results.Add(new CancelResult.NotFound(id));
                else results.Add(results is [.., CancelResult.Failed, CancelResult.Failed] ? new CancelResult.Failed(id) : await OneAsync(actor, id, token));
            }
        }
        finally
        {
            // Whatever ends the list early, what was cancelled is told.
            var done = results.OfType<CancelResult.Cancelled>().Select(cancelled => cancelled.Id).ToList();
            if (done.Count > 0) signal.Pulse();
            changes.Publish(done);
        }

        return results;
    }

    /// <summary>What would be paid back.</summary>
    /// <param name="total">What was paid.</param>
    /// <param name="handedOver">True once an agent has fetched the parcel, or the post has scanned it.</param>
    public Money RefundOf(Money total, bool handedOver)
    {
        var percent = handedOver ? options.Value.RefundPercentAfterHandOver : options.Value.RefundPercent;
        return new Money(total.Paise * percent / 100);
    }

    private async Task<CancelResult> OneAsync(Actor actor, ShipmentId id, CancellationToken token)
    {
        try
        {
            return await OptimisticConcurrency.RetryAsync(() => TryAsync(actor, id, token), token);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            log.LogError(fault, "Shipment {Id} could not be cancelled.", id);
            return new CancelResult.Failed(id);
        }
    }

    private async Task<CancelResult> TryAsync(Actor actor, ShipmentId id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var shipment = await database.Shipments.SingleOrDefaultAsync(shipment => shipment.Id == id && shipment.SellerId == actor.SellerId, token);
        if (shipment is null) return new CancelResult.NotFound(id);
        if (ShipmentActs.WhyNot(ShipmentAct.Cancel, shipment.Status, wasOut: false, recalled: false) is { } reason)
        {
            return reason == ActRefusal.Cancelled
                ? new CancelResult.Cancelled(id, shipment.Article, shipment.Refund ?? Money.Zero, Again: true)
                : new CancelResult.Refused(id, shipment.Article, reason);
        }

        var now = time.GetUtcNow();
        var before = shipment.Status;
        var refund = RefundOf(shipment.Price.Total, shipment.IsTakenOver);
        shipment.Cancel(refund, now);
        database.History.Add(HistoryEntry.Of(id, HistoryKind.Cancelled, actor.UserId, refund.Paise.ToString(System.Globalization.CultureInfo.InvariantCulture), now));
        database.ShipmentChanges.Add(ShipmentChange.Of(shipment, before, now));
        await database.SaveChangesAsync(token);
        return new CancelResult.Cancelled(id, shipment.Article, refund, Again: false);
    }
}

/// <summary>How the cancellation of one parcel went.</summary>
public abstract record CancelResult(ShipmentId Id)
{
    /// <summary>It is cancelled.</summary>
    /// <param name="Id">The shipment.</param>
    /// <param name="Article">Its article number, which stays used.</param>
    /// <param name="Refund">What is paid back.</param>
    /// <param name="Again">True when it had been cancelled before.</param>
    public sealed record Cancelled(ShipmentId Id, string Article, Money Refund, bool Again) : CancelResult(Id);

    /// <summary>It cannot be cancelled any more.</summary>
    public sealed record Refused(ShipmentId Id, string Article, ActRefusal Reason) : CancelResult(Id);

    /// <summary>The database did not answer; it can be tried again.</summary>
    public sealed record Failed(ShipmentId Id) : CancelResult(Id);

    /// <summary>There is no such parcel for this account.</summary>
    public sealed record NotFound(ShipmentId Id) : CancelResult(Id);
}
