namespace SellerPortal.Domain.Pickups;

/// <summary>
/// What the Department leaves open about pickups (domain facts §8); the section "Pickups" of the configuration. The
/// defaults ask for little, so that a portal without settings works.
/// </summary>
public sealed record PickupRules
{
    /// <summary>The furthest ahead that can be set.</summary>
    public const int MostDaysAhead = 60;

    /// <summary>Minutes before a slot begins until which it can be asked for; 0 to 1440.</summary>
    public int CutOffMinutes { get; init; } = 60;

    /// <summary>Pickups that one office makes in one slot of one day; at least 1.</summary>
    public int Capacity { get; init; } = 20;

    /// <summary>The fewest parcels of a pickup; at least 1.</summary>
    public int MinimumParcels { get; init; } = 1;

    /// <summary>The days after today that can be asked for; 0 to <see cref="MostDaysAhead"/>.</summary>
    public int DaysAhead { get; init; } = 7;

    /// <summary>
    /// Minutes before the cut-off from which a repeating pickup is made, late enough to take what was booked in the day;
    /// 10 to 600.
    /// </summary>
    public int RepeatLeadMinutes { get; init; } = 60;

    /// <summary>True when every figure is within its limits.</summary>
    public bool IsSound =>
        CutOffMinutes is >= 0 and <= 1440 && Capacity >= 1 && MinimumParcels >= 1 && DaysAhead is >= 0 and <= MostDaysAhead && RepeatLeadMinutes is >= 10 and <= 600;
}
