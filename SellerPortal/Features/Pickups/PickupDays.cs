using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.Pickups;

/// <summary>A plan as a person chooses from it: days, and the slots of each.</summary>
public static class PickupDays
{
    /// <summary>The days that can be asked for, those on which nothing is possible among them.</summary>
    public static IReadOnlyList<PickupDay> Of(PickupPlan plan, PickupDesk desk) =>
    [
        .. plan.Days.Select(day => new PickupDay(
            day,
            plan.WhyClosed(day),
            desk.HolidayOn(day),
            [.. PickupSlots.All.Select(slot => new PickupSlotOffer(slot, plan.WhyNot(new PickupTime(day, slot))))])),
    ];

    /// <summary>The first slot that can be taken.</summary>
    public static PickupTime? FirstOf(IEnumerable<PickupDay> days) =>
        days.SelectMany(day => day.Slots.Where(slot => slot.Refusal is null).Select(slot => (PickupTime?)new PickupTime(day.Day, slot.Slot))).FirstOrDefault();
}

/// <summary>A day to choose from.</summary>
/// <param name="Day">The day.</param>
/// <param name="Closed">Why the post fetches nothing on it; null when it works.</param>
/// <param name="Holiday">Its holiday, when that is known by name.</param>
/// <param name="Slots">The slots in the order of the day.</param>
public sealed record PickupDay(DateOnly Day, PickupRefusal? Closed, PostalHoliday? Holiday, IReadOnlyList<PickupSlotOffer> Slots)
{
    /// <summary>True when at least one slot can be taken.</summary>
    public bool IsOpen => Slots.Any(slot => slot.Refusal is null);
}

/// <summary>A slot to choose, or why it cannot be chosen.</summary>
public sealed record PickupSlotOffer(PickupSlot Slot, PickupRefusal? Refusal);
