namespace SellerPortal.Domain.Access;

/// <summary>What a colleague may do for the seller.</summary>
public enum TeamRole
{
    /// <summary>Everything, also inviting colleagues and making keys.</summary>
    Owner,

    /// <summary>Books, prints, hands over, changes and cancels.</summary>
    Booking,

    /// <summary>Sees everything of the seller and changes nothing.</summary>
    ViewOnly,
}
