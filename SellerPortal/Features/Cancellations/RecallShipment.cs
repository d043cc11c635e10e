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
    private Money? Fee => tariffs.Value.FeesOn(IndianFormat.DayOf(time.GetUtcNow()))?.RecallFee;

    /// <summary>What the recall of a shipment costs today; null while no fee is loaded, and then nothing can be recalled.</summary>
    /// <param name="booked">What the shipment cost.</param>
    public RecallPrice? PriceOf(BookedPrice booked) => Fee is { } fee ? PriceAt(fee, booked) : null;

    /// <summary>Asks for the recall.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">The parcel.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="again">True for a wish that broke off before: then a recall that stands is its outcome, with the fee it stands at.</param>
    /// <param name="seen">The version that was shown; null to call back whatever there is.</param>
    public async Task<RecallResult> ExecuteAsync(Actor actor, ShipmentId id, CancellationToken token, bool again = false, Guid? seen = null)
    {
        if (!actor.MayWrite) return new RecallResult.NotFound();
        if (Fee is not { } fee) return new RecallResult.NoFee();
        // A scan that comes at the same moment may take the parcel out for delivery: then all is read again.
        var result = await OptimisticConcurrency.RetryAsync(() => TryAsync(actor, id, fee, again, seen, token), token);
        if (result is RecallResult.Requested) changes.Publish([id]);
        return result;
    }

    private RecallPrice PriceAt(Money fee, BookedPrice booked) => RecallPrice.Of(fee, booked, tariffs.Value.Settings.GstPercent);

    private async Task<RecallResult> TryAsync(Actor actor, ShipmentId id, Money fee, bool again, Guid? seen, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var shipment = await database.Shipments.SingleOrDefaultAsync(shipment => shipment.Id == id && shipment.SellerId == actor.SellerId, token);
        if (shipment is null) return new RecallResult.NotFound();
        if (seen is not null && seen != shipment.Version) return new RecallResult.ChangedMeanwhile();
        if (again && shipment is { RecallRequestedAt: not null, RecallFee: { } stands }) return new RecallResult.Requested(PriceAt(stands, shipment.Price));
        var wasOut = await database.TrackingEvents.OutForDelivery().AnyAsync(scan => scan.Article == shipment.Article, token);
        if (ShipmentActs.WhyNot(ShipmentAct.Recall, shipment.Status, wasOut, shipment.RecallRequestedAt is not null) is { } reason)
        {
            return new RecallResult.Refused(reason);
        }

        var now = time.GetUtcNow();
        shipment.RequestRecall(fee, wasOut, now);
        // The office cannot deliver again what it is to send back. The version of the shipment keeps a new instruction from coming in between.
        var open = await database.DeliveryInstructions.SingleOrDefaultAsync(instruction => instruction.ShipmentId == id && instruction.ClosedAt == null, token);
        open?.EndByRecall(now);
        database.History.Add(HistoryEntry.Of(id, HistoryKind.RecallRequested, actor.UserId, fee.Paise.ToString(System.Globalization.CultureInfo.InvariantCulture), now));
        await database.SaveChangesAsync(token);
        return new RecallResult.Requested(PriceAt(fee, shipment.Price));
    }
}

/// <summary>How a recall went.</summary>
public abstract record RecallResult
{
    private RecallResult()
    {
    }

    /// <summary>The parcel is called back.</summary>
    /// <param name="Price">What that costs.</param>
    public sealed record Requested(RecallPrice Price) : RecallResult;

    /// <summary>It is too early or too late.</summary>
    public sealed record Refused(ActRefusal Reason) : RecallResult;

    /// <summary>It is no longer as it was shown.</summary>
    public sealed record ChangedMeanwhile : RecallResult;

    /// <summary>No fee for a recall is loaded.</summary>
    public sealed record NoFee : RecallResult;

    /// <summary>There is no such parcel for this account.</summary>
    public sealed record NotFound : RecallResult;
}
