using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Cancellations;

/// <summary>Calls a parcel back on its way. It turns round where it is scanned next, and ends as returned to the sender.</summary>
public sealed class RecallShipment(IDbContextFactory<PortalDbContext> factory, Snapshot<TariffBook> tariffs, ShipmentChanges changes, TimeProvider time)
{
    /// <summary>The fee today, before tax; null while no fee is loaded, and then nothing can be recalled.</summary>
    public Money? Fee => tariffs.Value.FeesOn(IndianFormat.DayOf(time.GetUtcNow()))?.RecallFee;

    /// <summary>Asks for the recall.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">The parcel.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="again">True for a wish that broke off before: then a recall that stands is its outcome, with the fee it stands at.</param>
    public async Task<RecallResult> ExecuteAsync(Actor actor, ShipmentId id, CancellationToken token, bool again = false)
    {
        if (!actor.MayWrite) return new RecallResult.NotFound();
        if (Fee is not { } fee) return new RecallResult.NoFee();
        // A scan that comes at the same moment may take the parcel out for delivery: then all is read again.
        var result = await OptimisticConcurrency.RetryAsync(() => TryAsync(actor, id, fee, again, token), token);
        if (result is RecallResult.Requested) changes.Publish([id]);
        return result;
    }

    private async Task<RecallResult> TryAsync(Actor actor, ShipmentId id, Money fee, bool again, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var shipment = await database.Shipments.VisibleTo(actor).SingleOrDefaultAsync(shipment => shipment.Id == id, token);
        if (shipment is null) return new RecallResult.NotFound();
        if (again && shipment is { RecallRequestedAt: not null, RecallFee: { } stands }) return new RecallResult.Requested(stands);
        var wasOut = await database.TrackingEvents.OutForDelivery().AnyAsync(scan => scan.Article == shipment.Article, token);
        if (ShipmentActs.WhyNot(ShipmentAct.Recall, shipment.Status, wasOut, shipment.RecallRequestedAt is not null) is { } reason)
        {
            return new RecallResult.Refused(reason);
        }

        var now = time.GetUtcNow();
        shipment.RequestRecall(fee, wasOut, now);
        database.History.Add(HistoryEntry.Of(id, HistoryKind.RecallRequested, actor.UserId, fee.Paise.ToString(System.Globalization.CultureInfo.InvariantCulture), now));
        await database.SaveChangesAsync(token);
        return new RecallResult.Requested(fee);
    }
}

/// <summary>How a recall went.</summary>
public abstract record RecallResult
{
    private RecallResult()
    {
    }

    /// <summary>The parcel is called back.</summary>
    public sealed record Requested(Money Fee) : RecallResult;

    /// <summary>It is too early or too late.</summary>
    public sealed record Refused(ActRefusal Reason) : RecallResult;

    /// <summary>No fee for a recall is loaded.</summary>
    public sealed record NoFee : RecallResult;

    /// <summary>There is no such parcel for this account.</summary>
    public sealed record NotFound : RecallResult;
}
