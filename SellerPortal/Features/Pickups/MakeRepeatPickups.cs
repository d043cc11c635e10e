using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Values;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Pickups;

/// <summary>
/// Makes the pickups of repeating ones, in the time before the cut-off of their slot. Running it twice, or on two
/// nodes at once, makes each of them once: a repeating pickup has one pickup for a day, which a unique index guards.
/// </summary>
public sealed partial class MakeRepeatPickups(
    IDbContextFactory<PortalDbContext> factory, RequestPickup request, PickupDesk desk, TimeProvider time, ILogger<MakeRepeatPickups> log)
{
    /// <summary>Makes those that are due at this moment.</summary>
    /// <returns>How many there are that were not there before.</returns>
    public async Task<int> ExecuteAsync(CancellationToken token)
    {
        var made = 0;
        foreach (var due in Due(time.GetUtcNow()))
        {
            await using var database = await factory.CreateDbContextAsync(token);
            var active = await database.PickupRepeats.AsNoTracking().Where(repeat => repeat.State == PickupRepeatState.Active && repeat.Slot == due.Slot).ToListAsync(token);
            foreach (var repeat in active.Where(repeat => repeat.Weekdays.Include(due.Day)))
            {
                if (await TryAsync(repeat, due, token)) made++;
            }
        }

        return made;
    }

    /// <summary>The slots whose pickups are made now; with a long cut-off those of the next days.</summary>
    private IEnumerable<PickupTime> Due(DateTimeOffset now)
    {
        var first = now.AddMinutes(desk.Rules.CutOffMinutes);
        var last = first.AddMinutes(desk.Rules.RepeatLeadMinutes);
        for (var day = IndianTime.DayOf(first); day <= IndianTime.DayOf(last); day = day.AddDays(1))
        {
            foreach (var slot in PickupSlots.All.Select(slot => new PickupTime(day, slot)).Where(slot => slot.Begins >= first && slot.Begins <= last)) yield return slot;
        }
    }

    /// <summary>Trouble with one seller does not keep the others from their pickups; the next look tries again.</summary>
    private async Task<bool> TryAsync(PickupRepeat repeat, PickupTime slot, CancellationToken token)
    {
        try
        {
            var wish = new PickupWish(Guid.CreateVersion7(time.GetUtcNow()), slot, null, repeat.Id, repeat.LocationId);
            var result = await request.ForSellerAsync(repeat.SellerId, by: null, wish, token);
            var refusal = (result as PickupResult.Refused)?.Reason;
            if (repeat.LastDay != slot.Day || repeat.LastRefusal != refusal) await NoteAsync(repeat.Id, slot.Day, refusal, token);
            return result is PickupResult.Done { Again: false };
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Failed(log, repeat.Id, fault);
            return false;
        }
    }

    private async Task NoteAsync(Guid id, DateOnly day, PickupRefusal? refusal, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await database.PickupRepeats.Where(repeat => repeat.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(repeat => repeat.LastDay, day).SetProperty(repeat => repeat.LastRefusal, refusal), token);
    }

    [LoggerMessage(LogLevel.Warning, "The repeating pickup {Repeat} could not be made; it is tried again.")]
    private static partial void Failed(ILogger log, Guid repeat, Exception fault);
}
