using SellerPortal.Domain.Pickups;

namespace SellerPortal.Domain.Shipments;

/// <summary>When an instruction may be given, and on which days a delivery can be asked for.</summary>
public static class DeliveryInstructions
{
    /// <summary>How many days ahead another delivery can be asked for.</summary>
    public const int MostDaysAhead = 7;

    /// <summary>Why no instruction can be given, or null when one can.</summary>
    /// <param name="status">Where the article stands.</param>
    /// <param name="lastScan">When the post last scanned it.</param>
    /// <param name="recalled">True when it was called back.</param>
    /// <param name="silentSince">An article last scanned before this instant counts as silent.</param>
    public static InstructionRefusal? WhyNot(ShipmentStatus status, DateTimeOffset? lastScan, bool recalled, DateTimeOffset silentSince) => status switch
    {
        ShipmentStatus.Delivered => InstructionRefusal.Delivered,
        ShipmentStatus.Returning => InstructionRefusal.Returning,
        ShipmentStatus.Returned => InstructionRefusal.Returned,
        ShipmentStatus.Cancelled => InstructionRefusal.Cancelled,
        _ when recalled => InstructionRefusal.RecallRequested,
        ShipmentStatus.AttemptFailed or ShipmentStatus.OnHold => null,
        _ when lastScan is null => InstructionRefusal.NotHandedOver,
        ShipmentStatus.Booked or ShipmentStatus.InTransit or ShipmentStatus.OutForDelivery or ShipmentStatus.Redirected =>
            lastScan < silentSince ? null : InstructionRefusal.Travelling,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };

    /// <summary>What is wrong with a day for another delivery, or null.</summary>
    /// <param name="day">The day that is wished.</param>
    /// <param name="today">The day in India.</param>
    /// <param name="keptUntil">The last day on which the office has the article; null when none is known.</param>
    /// <param name="calendar">The days on which the post delivers.</param>
    public static InstructionFault? DayFault(DateOnly? day, DateOnly today, DateOnly? keptUntil, PostalCalendar calendar)
    {
        if (day is not { } wanted) return InstructionFault.DayMissing;
        if (wanted <= today) return InstructionFault.DayPast;
        if (wanted > today.AddDays(MostDaysAhead)) return InstructionFault.DayTooFar;
        if (wanted > keptUntil) return InstructionFault.DayAfterKept;
        return calendar.IsWorkingDay(wanted) ? null : InstructionFault.DayWithoutDelivery;
    }

    /// <summary>The days that can be asked for, in their order; none when the office keeps it no longer.</summary>
    public static IReadOnlyList<DateOnly> Days(DateOnly today, DateOnly? keptUntil, PostalCalendar calendar) =>
        [.. Enumerable.Range(1, MostDaysAhead).Select(today.AddDays).Where(day => DayFault(day, today, keptUntil, calendar) is null)];
}

/// <summary>Why no instruction can be given, each the fact that forbids it.</summary>
public enum InstructionRefusal
{
    /// <summary>The post has not seen it yet.</summary>
    NotHandedOver,

    /// <summary>It is on its way and was scanned lately.</summary>
    Travelling,

    /// <summary>It was called back.</summary>
    RecallRequested,

    Delivered,

    /// <summary>It is on its way back.</summary>
    Returning,

    /// <summary>It was delivered back to the sender.</summary>
    Returned,

    Cancelled,
}

/// <summary>What is wrong with an instruction; each can be mended by the one who gives it.</summary>
public enum InstructionFault
{
    DayMissing,

    /// <summary>Today or earlier.</summary>
    DayPast,

    /// <summary>More than seven days ahead.</summary>
    DayTooFar,

    /// <summary>The office sends it back before that day.</summary>
    DayAfterKept,

    /// <summary>A Sunday or a postal holiday.</summary>
    DayWithoutDelivery,

    /// <summary>No Indian mobile number of ten digits.</summary>
    MobileMalformed,

    /// <summary>The number is the one that is there already.</summary>
    MobileSame,

    NameMissing,

    /// <summary>The name is shorter than 3 or longer than 80 characters.</summary>
    NameLength,

    /// <summary>The company is shorter than 3 or longer than 80 characters.</summary>
    CompanyLength,

    LinesMissing,

    /// <summary>A line is longer than 80 characters.</summary>
    LinesTooLong,

    CityMissing,

    /// <summary>The city is shorter than 3 or longer than 80 characters.</summary>
    CityLength,

    /// <summary>Not six digits.</summary>
    PincodeMalformed,

    /// <summary>Not in the directory.</summary>
    PincodeUnknown,

    /// <summary>No office there delivers.</summary>
    PincodeNoDelivery,

    /// <summary>The address is the one that is there already.</summary>
    AddressSame,
}
