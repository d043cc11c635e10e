using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.Pickups;

/// <summary>What came of asking for a pickup or changing one.</summary>
public abstract record PickupResult
{
    /// <summary>It is done.</summary>
    /// <param name="Id">The pickup.</param>
    /// <param name="Again">True when the same was asked before, and nothing was done this time.</param>
    public sealed record Done(PickupId Id, bool Again = false) : PickupResult
    {
        /// <summary>Chosen parcels that are not fetched.</summary>
        public IReadOnlyList<LeftOutParcel> LeftOut { get; init; } = [];
    }

    /// <summary>The post does not fetch then, or not there.</summary>
    /// <param name="Reason">The first reason.</param>
    /// <param name="Next">The next slot that is possible; null when there is none.</param>
    public sealed record Refused(PickupRefusal Reason, PickupTime? Next) : PickupResult
    {
        /// <summary>Chosen parcels that cannot be fetched, where too few are left.</summary>
        public IReadOnlyList<LeftOutParcel> LeftOut { get; init; } = [];
    }

    /// <summary>A pickup in this state does not allow it.</summary>
    public sealed record NotPossible(PickupState State) : PickupResult;

    /// <summary>The agent is none of the office, or has left.</summary>
    public sealed record AgentUnknown : PickupResult;

    /// <summary>It is no longer as it was shown.</summary>
    public sealed record ChangedMeanwhile : PickupResult;

    /// <summary>There is no such pickup for this account.</summary>
    public sealed record NotFound : PickupResult;

    /// <summary>The account may not do it.</summary>
    public sealed record NotAllowed : PickupResult;
}
