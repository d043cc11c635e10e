using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.Pickups;

/// <summary>A seller's repeating pickups: begun, paused, resumed and ended.</summary>
public sealed class ManageRepeats(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    /// <summary>Those that have not ended, the oldest first; none for an account without a seller.</summary>
    public async Task<IReadOnlyList<PickupRepeat>> ListAsync(Actor actor, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.PickupRepeats.AsNoTracking()
            .Where(repeat => repeat.SellerId == actor.SellerId && repeat.State != PickupRepeatState.Ended)
            .OrderBy(repeat => repeat.Id)
            .ToListAsync(token);
    }

    /// <summary>Begins one, at a location or, when null, at the default one. The same key begins one only, and so do the same days and hours at the same place, which would fetch nothing more.</summary>
    public Task<RepeatResult> BeginAsync(Actor actor, Guid key, PickupWeekdays weekdays, PickupSlot slot, Guid? location, CancellationToken token) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            if (actor is not { MayWrite: true, SellerId: { } seller }) return RepeatResult.NotAllowed;
            if (!weekdays.IsSound()) return RepeatResult.NoWeekday;
            await using var database = await factory.CreateDbContextAsync(token);
            var own = database.PickupRepeats.AsNoTracking().Where(repeat => repeat.SellerId == seller);
            if (await own.AnyAsync(repeat => repeat.Id == key, token)) return RepeatResult.Done;
            if (location is { } place && await database.Sellers.AsNoTracking().SingleAsync(one => one.Id == seller, token) is var owner && await SellerLocations.FindAsync(database, owner, place, token) is null) return RepeatResult.LocationUnknown;
            var live = own.Where(repeat => repeat.State != PickupRepeatState.Ended);
            if (await live.AnyAsync(repeat => repeat.Weekdays == weekdays && repeat.Slot == slot && repeat.LocationId == location, token)) return RepeatResult.Done;
            if (await live.CountAsync(token) >= PickupRepeat.MostOfASeller) return RepeatResult.TooMany;
            database.PickupRepeats.Add(PickupRepeat.Begin(key, seller, weekdays, slot, location, actor.UserId, time.GetUtcNow()));
            try
            {
                await database.SaveChangesAsync(token);
            }
            catch (DbUpdateException)
            {
                // The same form was sent twice at once, and the other one came first; anything else is trouble.
                if (!await own.AnyAsync(repeat => repeat.Id == key, token)) throw;
            }

            return RepeatResult.Done;
        },
        token);

    /// <summary>Pauses an active one.</summary>
    public Task<RepeatResult> PauseAsync(Actor actor, Guid id, CancellationToken token) =>
        ChangeAsync(actor, id, PickupRepeatState.Paused, repeat => repeat.State == PickupRepeatState.Active, repeat => repeat.Pause(time.GetUtcNow()), token);

    /// <summary>Resumes a paused one.</summary>
    public Task<RepeatResult> ResumeAsync(Actor actor, Guid id, CancellationToken token) =>
        ChangeAsync(actor, id, PickupRepeatState.Active, repeat => repeat.State == PickupRepeatState.Paused, repeat => repeat.Resume(time.GetUtcNow()), token);

    /// <summary>Ends one; the pickups it made stay.</summary>
    public Task<RepeatResult> EndAsync(Actor actor, Guid id, CancellationToken token) =>
        ChangeAsync(actor, id, PickupRepeatState.Ended, repeat => repeat.State != PickupRepeatState.Ended, repeat => repeat.End(time.GetUtcNow()), token);

    private Task<RepeatResult> ChangeAsync(
        Actor actor, Guid id, PickupRepeatState end, Func<PickupRepeat, bool> possible, Action<PickupRepeat> change, CancellationToken token) => OptimisticConcurrency.RetryAsync(
        async () =>
        {
            if (!actor.MayWrite) return RepeatResult.NotAllowed;
            await using var database = await factory.CreateDbContextAsync(token);
            var repeat = await database.PickupRepeats.SingleOrDefaultAsync(repeat => repeat.Id == id && repeat.SellerId == actor.SellerId, token);
            if (repeat is null) return RepeatResult.NotFound;
            if (repeat.State == end) return RepeatResult.Done;
            if (!possible(repeat)) return RepeatResult.NotFound;
            change(repeat);
            await database.SaveChangesAsync(token);
            return RepeatResult.Done;
        },
        token);
}

/// <summary>What came of a change of a repeating pickup.</summary>
public enum RepeatResult
{
    Done,

    /// <summary>There is no such one for this account, or it has ended.</summary>
    NotFound,

    /// <summary>The account may not do it.</summary>
    NotAllowed,

    /// <summary>The seller has no such pickup location.</summary>
    LocationUnknown,

    /// <summary>No day is chosen.</summary>
    NoWeekday,

    /// <summary>The seller has as many as a seller can have.</summary>
    TooMany,
}
