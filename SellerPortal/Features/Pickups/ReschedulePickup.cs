using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Pickups;

/// <summary>Moves a pickup to another day or slot; its old place is free from then on.</summary>
public sealed class ReschedulePickup(IDbContextFactory<PortalDbContext> factory, PickupDesk desk, TimeProvider time)
{
    /// <summary>Moves it, or says why not and when instead.</summary>
    /// <param name="actor">Who does.</param>
    /// <param name="id">The pickup.</param>
    /// <param name="wanted">Day and slot.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="seen">The version that was shown; null to move whatever it is.</param>
    public Task<PickupResult> ExecuteAsync(Actor actor, PickupId id, PickupTime wanted, CancellationToken token, Guid? seen = null) =>
        PickupAttempts.RunAsync(() => TryAsync(actor, id, wanted, seen, token), token);

    private async Task<PickupResult> TryAsync(Actor actor, PickupId id, PickupTime wanted, Guid? seen, CancellationToken token)
    {
        if (!actor.MayWrite) return new PickupResult.NotAllowed();
        await using var database = await factory.CreateDbContextAsync(token);
        var pickup = await database.Pickups.SingleOrDefaultAsync(pickup => pickup.Id == id && pickup.SellerId == actor.SellerId, token);
        if (pickup is null) return new PickupResult.NotFound();
        if (seen is not null && seen != pickup.Version) return new PickupResult.ChangedMeanwhile();
        if (!pickup.MayReschedule(IndianTime.DayOf(time.GetUtcNow()))) return new PickupResult.NotPossible(pickup.State);
        if (pickup.HoldsPlace && pickup.Time == wanted) return new PickupResult.Done(id, Again: true);
        var plan = await desk.PlanAsync(database, pickup.SlotOffice, token);
        if (plan.WhyNot(wanted) is { } reason) return new PickupResult.Refused(reason, plan.NextFrom(wanted));

        await using var transaction = await database.Database.BeginTransactionAsync(token);
        if (!await database.TakePickupPlaceAsync(pickup.SlotOffice, wanted, desk.Rules.Capacity, token))
        {
            var current = await desk.PlanAsync(database, pickup.SlotOffice, token);
            return new PickupResult.Refused(PickupRefusal.Full, current.NextFrom(wanted));
        }

        if (pickup.HoldsPlace) await database.GiveBackPickupPlaceAsync(pickup.SlotOffice, pickup.Time, token);
        var now = time.GetUtcNow();
        pickup.Reschedule(wanted, await database.ChooseAgentAsync(pickup.SlotOffice, wanted, pickup.AgentId, token), actor.UserId, now);
        await database.AnnounceAsync(pickup, token);
        database.EnqueueTestStep(pickup, now);
        await database.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return new PickupResult.Done(id);
    }
}
