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
    /// <param name="actor">Who cancels.</param>
    /// <param name="ids">The parcels.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="seen">The version that a single parcel was shown in; null to cancel whatever there is.</param>
    /// <returns>How it went for each id, in their order.</returns>
    public async Task<IReadOnlyList<CancelResult>> ExecuteAsync(Actor actor, IReadOnlyCollection<ShipmentId> ids, CancellationToken token, Guid? seen = null)
    {
        var results = new List<CancelResult>(ids.Count);
        try
        {
            foreach (var id in ids)
            {
                if (!actor.MayWrite) results.Add(new CancelResult.NotFound(id));
                else results.Add(results is [.., CancelResult.Failed, CancelResult.Failed] ? new CancelResult.Failed(id) : await OneAsync(actor, id, seen, token));
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

    private async Task<CancelResult> OneAsync(Actor actor, ShipmentId id, Guid? seen, CancellationToken token)
    {
        try
        {
            return await OptimisticConcurrency.RetryAsync(() => TryAsync(actor, id, seen, token), token);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            log.LogError(fault, "Shipment {Id} could not be cancelled.", id);
            return new CancelResult.Failed(id);
        }
    }

    private async Task<CancelResult> TryAsync(Actor actor, ShipmentId id, Guid? seen, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var shipment = await database.Shipments.SingleOrDefaultAsync(shipment => shipment.Id == id && shipment.SellerId == actor.SellerId, token);
        if (shipment is null) return new CancelResult.NotFound(id);
        if (seen is not null && seen != shipment.Version) return new CancelResult.ChangedMeanwhile(id);
        if (ShipmentActs.WhyNot(ShipmentAct.Cancel, shipment.Status, wasOut: false, recalled: false) is { } reason)
        {
            return reason == ActRefusal.Cancelled
                ? new CancelResult.Cancelled(id, shipment.Article, shipment.Refund ?? Money.Zero, Again: true)
                : new CancelResult.Refused(id, shipment.Article, reason);
        }

        var now = time.GetUtcNow();
        var before = shipment.Status;
        var refund = RefundOf(shipment.Price.Total, shipment.IsTakenOver);

        // Who reads the manifest from now on finds it without the parcel, and so with another version.
        await using var transaction = shipment.ManifestId is null ? null : await database.Database.BeginTransactionAsync(token);
        if (transaction is not null) await database.LeaveOpenManifestsAsync(database.Shipments.Where(one => one.Id == id), now, token);
        shipment.Cancel(refund, now);
        database.History.Add(HistoryEntry.Of(id, HistoryKind.Cancelled, actor.UserId, refund.Paise.ToString(System.Globalization.CultureInfo.InvariantCulture), now));
        database.ShipmentChanges.Add(ShipmentChange.Of(shipment, before, now));
        await database.SaveChangesAsync(token);
        if (transaction is not null) await transaction.CommitAsync(token);
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

    /// <summary>It is no longer as it was shown.</summary>
    public sealed record ChangedMeanwhile(ShipmentId Id) : CancelResult(Id);

    /// <summary>The database did not answer; it can be tried again.</summary>
    public sealed record Failed(ShipmentId Id) : CancelResult(Id);

    /// <summary>There is no such parcel for this account.</summary>
    public sealed record NotFound(ShipmentId Id) : CancelResult(Id);
}
