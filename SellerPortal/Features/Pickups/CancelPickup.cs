using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Pickups;

/// <summary>Calls a pickup off; its parcels wait for another one, and its place is free.</summary>
public sealed class CancelPickup(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    /// <summary>Calls it off.</summary>
    /// <param name="actor">Who does.</param>
    /// <param name="id">The pickup.</param>
    /// <param name="reason">Why, not blank and at most <see cref="PickupRequest.LongestNote"/> characters; the office reads it.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="seen">The version that was shown; null to call off whatever it is.</param>
    public Task<PickupResult> ExecuteAsync(Actor actor, PickupId id, string reason, CancellationToken token, Guid? seen = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reason.Length, PickupRequest.LongestNote, nameof(reason));
        return PickupAttempts.RunAsync(() => TryAsync(actor, id, reason, seen, token), token);
    }

    private async Task<PickupResult> TryAsync(Actor actor, PickupId id, string reason, Guid? seen, CancellationToken token)
    {
        if (!actor.MayWrite) return new PickupResult.NotAllowed();
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var pickup = await database.Pickups.SingleOrDefaultAsync(pickup => pickup.Id == id && pickup.SellerId == actor.SellerId, token);
        if (pickup is null) return new PickupResult.NotFound();
        if (seen is not null && seen != pickup.Version) return new PickupResult.ChangedMeanwhile();
        if (pickup.State == PickupState.Cancelled) return new PickupResult.Done(id, Again: true);
        if (!pickup.MayCancel(IndianTime.DayOf(time.GetUtcNow()))) return new PickupResult.NotPossible(pickup.State);
        if (pickup.HoldsPlace) await database.GiveBackPickupPlaceAsync(pickup.SlotOffice, pickup.Time, token);
        await database.Shipments.Where(shipment => shipment.PickupId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.PickupId, (PickupId?)null), token);
        pickup.Cancel(reason, actor.UserId, time.GetUtcNow());
        await database.AnnounceAsync(pickup, token);
        await database.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return new PickupResult.Done(id);
    }
}
