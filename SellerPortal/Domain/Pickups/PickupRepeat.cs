namespace SellerPortal.Domain.Pickups;

/// <summary>A wish for a pickup on certain weekdays at the same hours, until it is ended.</summary>
public sealed class PickupRepeat
{
    /// <summary>The most that one seller has at once, paused ones among them.</summary>
    public const int MostOfASeller = 10;

    private PickupRepeat()
    {
    }

    /// <summary>Made with the form; the same form makes one only.</summary>
    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    /// <summary>The pickup location that the agent comes to; the default one of the day when null.</summary>
    public Guid? LocationId { get; private set; }

    public PickupWeekdays Weekdays { get; private set; }

    public PickupSlot Slot { get; private set; }

    public PickupRepeatState State { get; private set; }

    public DateTimeOffset StateAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    /// <summary>The day it was last tried; null before the first.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Why there was no pickup on <see cref="LastDay"/>; null when there was one.</summary>
    public PickupRefusal? LastRefusal { get; private set; }

    /// <summary>The last day that was looked back at, after its cut-off had passed without a pickup; null before the first.</summary>
    public DateOnly? SettledDay { get; private set; }

    /// <summary>Changed at every save.</summary>
    public Guid Version { get; private set; }

    /// <summary>Begins a repeating pickup.</summary>
    /// <exception cref="DomainRuleException">No weekday is named, or one that the post does not work on.</exception>
    public static PickupRepeat Begin(Guid id, SellerId seller, PickupWeekdays weekdays, PickupSlot slot, Guid? location, Guid by, DateTimeOffset now)
    {
        if (!weekdays.IsSound()) throw new DomainRuleException("pickup_repeat.weekdays", "A repeating pickup needs at least one day from Monday to Saturday.");
        return new PickupRepeat { Id = id, SellerId = seller, LocationId = location, Weekdays = weekdays, Slot = slot, State = PickupRepeatState.Active, StateAt = now, CreatedBy = by };
    }

    /// <summary>Makes no pickups until it is resumed.</summary>
    /// <exception cref="DomainRuleException">It is not active.</exception>
    public void Pause(DateTimeOffset now) => Take(PickupRepeatState.Active, PickupRepeatState.Paused, now);

    /// <summary>Makes pickups again.</summary>
    /// <exception cref="DomainRuleException">It is not paused.</exception>
    public void Resume(DateTimeOffset now) => Take(PickupRepeatState.Paused, PickupRepeatState.Active, now);

    /// <summary>Makes no pickups any more.</summary>
    /// <exception cref="DomainRuleException">It has ended before.</exception>
    public void End(DateTimeOffset now)
    {
        if (State == PickupRepeatState.Ended) throw new DomainRuleException("pickup_repeat.ended", "The repeating pickup has ended before.");
        (State, StateAt) = (PickupRepeatState.Ended, now);
    }

    /// <summary>Notes how a day went.</summary>
    /// <param name="day">The day.</param>
    /// <param name="refusal">Why there is no pickup; null when there is one.</param>
    public void Note(DateOnly day, PickupRefusal? refusal) => (LastDay, LastRefusal) = (day, refusal);

    private void Take(PickupRepeatState from, PickupRepeatState to, DateTimeOffset now)
    {
        if (State != from) throw new DomainRuleException($"pickup_repeat.{to}_{State}".ToLowerInvariant(), $"A repeating pickup that is {State} cannot become {to}.");
        (State, StateAt) = (to, now);
    }
}

/// <summary>Where a repeating pickup stands.</summary>
public enum PickupRepeatState
{
    Active,
    Paused,
    Ended,
}

/// <summary>Days of the week; the post fetches nothing on Sundays.</summary>
[Flags]
public enum PickupWeekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,

    /// <summary>Monday to Friday.</summary>
    EachWeekday = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>Reading of <see cref="PickupWeekdays"/>.</summary>
public static class PickupWeekdaysReading
{
    /// <summary>The single days in the order of the week.</summary>
    public static IReadOnlyList<PickupWeekdays> Single { get; } =
    [
        PickupWeekdays.Monday, PickupWeekdays.Tuesday, PickupWeekdays.Wednesday, PickupWeekdays.Thursday, PickupWeekdays.Friday, PickupWeekdays.Saturday,
    ];

    /// <summary>True when a date falls on one of the days.</summary>
    public static bool Include(this PickupWeekdays weekdays, DateOnly day) =>
        day.DayOfWeek != DayOfWeek.Sunday && weekdays.HasFlag((PickupWeekdays)(1 << ((int)day.DayOfWeek - 1)));

    /// <summary>True when there is at least one day, and none but Monday to Saturday.</summary>
    public static bool IsSound(this PickupWeekdays weekdays) =>
        weekdays != PickupWeekdays.None && (weekdays & ~(PickupWeekdays.EachWeekday | PickupWeekdays.Saturday)) == PickupWeekdays.None;
}
