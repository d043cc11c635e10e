using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Pickups;

/// <summary>The part of a day in which parcels are fetched, in Indian time (domain facts §8).</summary>
public enum PickupSlot
{
    /// <summary>9:00 to 14:00.</summary>
    Morning,

    /// <summary>14:00 to 17:00.</summary>
    Afternoon,

    /// <summary>17:00 to 20:00.</summary>
    Evening,
}

/// <summary>When the slots begin and end.</summary>
public static class PickupSlots
{
    /// <summary>The slots in the order of the day.</summary>
    public static IReadOnlyList<PickupSlot> All { get; } = [PickupSlot.Morning, PickupSlot.Afternoon, PickupSlot.Evening];

    /// <summary>The hour at which a slot begins.</summary>
    public static int BeginHour(this PickupSlot slot) => slot switch
    {
        PickupSlot.Morning => 9,
        PickupSlot.Afternoon => 14,
        PickupSlot.Evening => 17,
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "There is no such slot."),
    };

    /// <summary>The hour at which a slot ends.</summary>
    public static int EndHour(this PickupSlot slot) => slot switch
    {
        PickupSlot.Morning => 14,
        PickupSlot.Afternoon => 17,
        PickupSlot.Evening => 20,
        _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "There is no such slot."),
    };

    /// <summary>The instant of an hour of a day in India.</summary>
    internal static DateTimeOffset At(DateOnly day, int hour) => new(day, new TimeOnly(hour, 0), IndianTime.Offset);
}

/// <summary>A slot on a day.</summary>
public readonly record struct PickupTime(DateOnly Day, PickupSlot Slot) : IComparable<PickupTime>
{
    /// <summary>When the slot begins.</summary>
    public DateTimeOffset Begins => PickupSlots.At(Day, Slot.BeginHour());

    /// <summary>When the slot ends.</summary>
    public DateTimeOffset Ends => PickupSlots.At(Day, Slot.EndHour());

    /// <inheritdoc/>
    public int CompareTo(PickupTime other) => (Day, Slot).CompareTo((other.Day, other.Slot));
}
