using SellerPortal.Domain.Booking;

namespace SellerPortal.Domain.Sellers;

/// <summary>How it went to keep one of a seller's own entries: a consignee, a box, a pickup location.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="EntryFaults">What is wrong with the entry's own fields.</param>
/// <param name="Faults">What is wrong with the fields that a booking has too, in the order of the page.</param>
public sealed record KeepResult(KeepOutcome Outcome, IReadOnlyList<EntryFault> EntryFaults, IReadOnlyList<BookingFault> Faults)
{
    public static KeepResult Kept { get; } = Of(KeepOutcome.Kept);

    public static KeepResult Of(KeepOutcome outcome) => new(outcome, [], []);

    public static KeepResult Refused(EntryFault fault) => new(KeepOutcome.Refused, [fault], []);

    public static KeepResult Refused(IReadOnlyList<EntryFault> entryFaults, IReadOnlyList<BookingFault> faults) =>
        new(KeepOutcome.Refused, entryFaults, faults);
}

/// <summary>How keeping an entry ended.</summary>
public enum KeepOutcome
{
    Kept,

    /// <summary>Fields are wrong.</summary>
    Refused,

    /// <summary>The seller has as many as it may have.</summary>
    TooMany,

    /// <summary>Somebody else saved the entry since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>The seller has no such entry, or it was removed.</summary>
    Missing,

    /// <summary>The default location stays while it is the default.</summary>
    IsDefault,

    /// <summary>The account may not change anything for a seller.</summary>
    NotAllowed,
}

/// <summary>What can be wrong with an entry's own fields.</summary>
public enum EntryFault
{
    NameMissing,
    NameTooLong,

    /// <summary>Another entry of the seller has the name.</summary>
    NameTaken,

    EmailMalformed,

    /// <summary>A box has no measures.</summary>
    SizeMissing,
}
