using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.Pickups;

/// <summary>The office's side of a pickup: confirm it, send the agent, note how it ended. For staff and admins.</summary>
public sealed class CarryOutPickup(IDbContextFactory<PortalDbContext> factory, TellPickupFailed tell, TimeProvider time)
{
    /// <summary>Confirms that the office will come.</summary>
    public Task<PickupResult> ConfirmAsync(Actor actor, PickupId id, CancellationToken token) =>
        StepAsync(actor, id, PickupState.Confirmed, pickup => pickup.State == PickupState.Requested, (pickup, now) => pickup.Confirm(actor.UserId, now), token);

    /// <summary>Notes that the agent is on the way.</summary>
    public Task<PickupResult> StartAsync(Actor actor, PickupId id, CancellationToken token) =>
        StepAsync(actor, id, PickupState.OutForPickup, pickup => pickup.State == PickupState.Confirmed, (pickup, now) => pickup.SendOut(actor.UserId, now), token);

    /// <summary>Notes that the agent has the parcels.</summary>
    public Task<PickupResult> CompleteAsync(Actor actor, PickupId id, CancellationToken token) =>
        StepAsync(actor, id, PickupState.PickedUp, pickup => pickup.State == PickupState.OutForPickup, (pickup, now) => pickup.PickUp(actor.UserId, now), token);

    /// <summary>Notes that the agent came back without them.</summary>
    /// <param name="actor">Who notes it.</param>
    /// <param name="id">The pickup.</param>
    /// <param name="failure">Why.</param>
    /// <param name="note">More about it, at most <see cref="PickupRequest.LongestNote"/> characters; null for nothing.</param>
    /// <param name="token">Stops the work.</param>
    public Task<PickupResult> FailAsync(Actor actor, PickupId id, PickupFailure failure, string? note, CancellationToken token) => StepAsync(
        actor,
        id,
        PickupState.Failed,
        pickup => pickup.State is PickupState.Confirmed or PickupState.OutForPickup,
        (pickup, now) => pickup.Fail(failure, note, actor.UserId, now),
        token);

    private Task<PickupResult> StepAsync(
        Actor actor, PickupId id, PickupState end, Func<PickupRequest, bool> possible, Action<PickupRequest, DateTimeOffset> step, CancellationToken token) =>
        PickupAttempts.RunAsync(
            async () =>
            {
                if (!actor.SeesAllShipments) return new PickupResult.NotAllowed();
                await using var database = await factory.CreateDbContextAsync(token);
                await using var transaction = await database.Database.BeginTransactionAsync(token);
                var pickup = await database.Pickups.VisibleTo(actor).SingleOrDefaultAsync(pickup => pickup.Id == id, token);
                if (pickup is null) return new PickupResult.NotFound();
                if (pickup.State == end) return new PickupResult.Done(id, Again: true);
                if (!possible(pickup)) return new PickupResult.NotPossible(pickup.State);
                step(pickup, time.GetUtcNow());
                await database.AnnounceAsync(pickup, token);
                await database.NoteFetchedAsync(pickup, token);
                if (pickup.State == PickupState.Failed) await tell.WriteAsync(database, pickup, pickup.Steps[^1], token);
                await database.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
                if (pickup.State == PickupState.Failed) tell.Saved(pickup);
                return new PickupResult.Done(id);
            },
            token);
}
