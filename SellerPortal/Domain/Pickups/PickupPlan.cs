using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Pickups;

/// <summary>Which slots one office can still take at this moment.</summary>
/// <param name="calendar">The days on which the post works.</param>
/// <param name="rules">Cut-off, capacity and how far ahead.</param>
/// <param name="taken">Pickups that each slot of the office has already; none for a slot that is not named.</param>
/// <param name="now">The present.</param>
public sealed class PickupPlan(PostalCalendar calendar, PickupRules rules, IReadOnlyDictionary<PickupTime, int> taken, DateTimeOffset now)
{
    /// <summary>Today in India.</summary>
    public DateOnly Today { get; } = IndianTime.DayOf(now);

    /// <summary>The days that can be asked for, closed ones among them.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, rules.DaysAhead + 1).Select(Today.AddDays);

    /// <summary>Why the post fetches nothing on a day, or null when it works.</summary>
    public PickupRefusal? WhyClosed(DateOnly day)
    {
        if (day.DayOfWeek == DayOfWeek.Sunday) return PickupRefusal.Sunday;
        return calendar.IsWorkingDay(day) ? null : PickupRefusal.Holiday;
    }

    /// <summary>The first reason against a slot, or null when it can be taken.</summary>
    public PickupRefusal? WhyNot(PickupTime time)
    {
        if (now >= time.Begins) return PickupRefusal.Past;
        if (time.Day > Today.AddDays(rules.DaysAhead)) return PickupRefusal.TooFarAhead;
        if (WhyClosed(time.Day) is { } closed) return closed;
        if (now > time.Begins.AddMinutes(-rules.CutOffMinutes)) return PickupRefusal.AfterCutOff;
        return taken.GetValueOrDefault(time) >= rules.Capacity ? PickupRefusal.Full : null;
    }

    /// <summary>The first slot at or after the wanted one that can be taken; when there is none, the first of all; null without any.</summary>
    public PickupTime? NextFrom(PickupTime wanted)
    {
        var free = Days.SelectMany(day => PickupSlots.All.Select(slot => new PickupTime(day, slot))).Where(time => WhyNot(time) is null).ToList();
        if (free.Count == 0) return null;
        var later = free.FindIndex(time => time.CompareTo(wanted) >= 0);
        return free[Math.Max(later, 0)];
    }
}

/// <summary>Why a pickup is not made.</summary>
public enum PickupRefusal
{
    /// <summary>The directory knows no office that fetches from the pincode.</summary>
    UnservedPincode,

    /// <summary>There are fewer parcels than a pickup must have, or none that can be fetched.</summary>
    TooFewParcels,

    Sunday,

    /// <summary>A national or postal holiday.</summary>
    Holiday,

    /// <summary>The slot has begun.</summary>
    Past,

    /// <summary>The slot has not begun, but it is too late to ask for it.</summary>
    AfterCutOff,

    /// <summary>The day is further ahead than can be asked for.</summary>
    TooFarAhead,

    /// <summary>The office has as many pickups in the slot as it can make.</summary>
    Full,

    /// <summary>The seller has no such pickup location, or no longer.</summary>
    LocationUnknown,
}
