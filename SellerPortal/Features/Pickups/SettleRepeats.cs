using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Values;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Pickups;

/// <summary>
/// Looks back at repeating pickups whose cut-off has passed without one, and tells the seller where parcels wait that nobody
/// will come for. Each day of a repeating pickup is looked at once, by whichever node comes first; a day later still, so that
/// a portal that was down over the cut-off tells of it too.
/// </summary>
public sealed partial class SettleRepeats(IDbContextFactory<PortalDbContext> factory, PickupDesk desk, TellPickupNotMade tell, TimeProvider time, ILogger<SettleRepeats> log)
{
    /// <summary>How long after a cut-off it is still looked at.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(1);

    /// <summary>Looks at all that was not looked at yet.</summary>
    /// <returns>How many sellers' repeating pickups were told of.</returns>
    public async Task<int> ExecuteAsync(CancellationToken token)
    {
        var told = 0;
        foreach (var slot in Passed(time.GetUtcNow()))
        {
            var cutOff = CutOffOf(slot);
            await using var database = await factory.CreateDbContextAsync(token);
            var open = await database.PickupRepeats.AsNoTracking()
                .Where(repeat => repeat.State == PickupRepeatState.Active && repeat.Slot == slot.Slot && repeat.StateAt <= cutOff && (repeat.SettledDay == null || repeat.SettledDay < slot.Day)
                    && !database.Pickups.Any(pickup => pickup.RepeatId == repeat.Id && pickup.RepeatDay == slot.Day))
                .ToListAsync(token);
            foreach (var repeat in open.Where(repeat => repeat.Weekdays.Include(slot.Day)))
            {
                if (await TryAsync(repeat, slot, token)) told++;
            }
        }

        return told;
    }

    /// <summary>The slots that it has become too late for, the first first.</summary>
    private IEnumerable<PickupTime> Passed(DateTimeOffset now)
    {
        var last = now.AddMinutes(desk.Rules.CutOffMinutes);
        var first = last - LookBack;
        for (var day = IndianTime.DayOf(first); day <= IndianTime.DayOf(last); day = day.AddDays(1))
        {
            foreach (var slot in PickupSlots.All.Select(slot => new PickupTime(day, slot)).Where(slot => slot.Begins >= first && slot.Begins < last)) yield return slot;
        }
    }

    private DateTimeOffset CutOffOf(PickupTime slot) => slot.Begins.AddMinutes(-desk.Rules.CutOffMinutes);

    /// <summary>Trouble with one seller does not keep the others from their news; the next look tries again.</summary>
    private async Task<bool> TryAsync(PickupRepeat repeat, PickupTime slot, CancellationToken token)
    {
        try
        {
            return await SettleAsync(repeat, slot, token);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Failed(log, repeat.Id, fault);
            return false;
        }
    }

    private async Task<bool> SettleAsync(PickupRepeat repeat, PickupTime slot, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var mine = database.PickupRepeats.Where(one => one.Id == repeat.Id && (one.SettledDay == null || one.SettledDay < slot.Day));
        if (await mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.SettledDay, slot.Day), token) == 0) return false;
        var missed = desk.HolidayOn(slot.Day) is null ? await MissedAsync(database, repeat, slot, token) : null;
        if (missed is not null)
        {
            await database.PickupRepeats.Where(one => one.Id == repeat.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastDay, slot.Day).SetProperty(one => one.LastRefusal, missed.Reason), token);
            await tell.WriteAsync(database, missed, token);
            await database.SaveChangesAsync(token);
        }

        await transaction.CommitAsync(token);
        if (missed is not null) tell.Saved(missed);
        return missed is not null;
    }

    /// <summary>What waited at the cut-off and still waits; null when nothing does, or the seller may ask for nothing.</summary>
    private async Task<MissedRepeat?> MissedAsync(PortalDbContext database, PickupRepeat repeat, PickupTime slot, CancellationToken token)
    {
        var seller = await database.Sellers.AsNoTracking().SingleAsync(seller => seller.Id == repeat.SellerId, token);
        if (!seller.MayBook) return null;
        var locations = await SellerLocations.OfAsync(database, seller, token);
        var location = locations.FirstOrDefault(one => one.Id == repeat.LocationId) ?? locations[0];
        var (origin, cutOff) = (new PickupOrigin(seller, location, locations), CutOffOf(slot));
        var waiting = await origin.Waiting(database, desk.Today).CountAsync(shipment => shipment.BookedAt <= cutOff, token);
        if (waiting == 0) return null;
        var office = desk.OfficeFor(origin.Address.Pincode)?.Office;
        var plan = office is null ? null : await desk.PlanAsync(database, new SlotOffice(office.Pincode, office.Name, seller.IsTest), token);
        return new MissedRepeat(seller.Id, slot, waiting, WhyNot(repeat, slot.Day, waiting), plan?.NextFrom(slot), time.GetUtcNow());
    }

    /// <summary>What was noted on the day; that there were too few only while there are, since more may have come before the cut-off.</summary>
    private PickupRefusal WhyNot(PickupRepeat repeat, DateOnly day, int waiting)
    {
        if (waiting < desk.Rules.MinimumParcels) return PickupRefusal.TooFewParcels;
        return repeat.LastDay == day && repeat.LastRefusal is { } noted and not PickupRefusal.TooFewParcels ? noted : PickupRefusal.AfterCutOff;
    }

    [LoggerMessage(LogLevel.Warning, "Nobody was told of the repeating pickup {Repeat} that could not be made; it is tried again.")]
    private static partial void Failed(ILogger log, Guid repeat, Exception fault);
}

/// <summary>A day of a repeating pickup on which there was none though parcels waited.</summary>
/// <param name="SellerId">Whose parcels.</param>
/// <param name="Time">When the agent would have come.</param>
/// <param name="Waiting">How many parcels wait.</param>
/// <param name="Reason">Why there is no pickup.</param>
/// <param name="Next">The next slot that is possible; null when there is none.</param>
/// <param name="At">When it was found.</param>
public sealed record MissedRepeat(SellerId SellerId, PickupTime Time, int Waiting, PickupRefusal Reason, PickupTime? Next, DateTimeOffset At);
