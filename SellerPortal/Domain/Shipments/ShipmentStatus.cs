namespace SellerPortal.Domain.Shipments;

/// <summary>Where an article stands, as a seller or an addressee reads it.</summary>
public enum ShipmentStatus
{
    /// <summary>Booked in the portal or accepted at a counter; not yet seen moving.</summary>
    Booked,

    /// <summary>Between the office of booking and the office of delivery.</summary>
    InTransit,

    /// <summary>With the postman or the branch postmaster.</summary>
    OutForDelivery,

    /// <summary>Held by the office for a stated reason; no failed attempt by itself.</summary>
    OnHold,

    /// <summary>Delivery was tried and did not succeed.</summary>
    AttemptFailed,

    /// <summary>Sent on to another address.</summary>
    Redirected,

    /// <summary>On its way back to the sender.</summary>
    Returning,

    /// <summary>Delivered to the addressee.</summary>
    Delivered,

    /// <summary>Delivered back to the sender.</summary>
    Returned,

    /// <summary>Voided before dispatch; the article number stays used.</summary>
    Cancelled,
}
