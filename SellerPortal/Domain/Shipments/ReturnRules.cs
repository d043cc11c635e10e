namespace SellerPortal.Domain.Shipments;

/// <summary>When the way back of a delivered shipment can be booked by the one who sent it.</summary>
public static class ReturnRules
{
    /// <summary>Why no return can be booked, or null when one can.</summary>
    /// <param name="status">Where the shipment stands.</param>
    /// <param name="isReturn">True when it is the way back of another one itself.</param>
    /// <param name="hasReturn">True when its return is booked and not cancelled.</param>
    public static ReturnRefusal? WhyNot(ShipmentStatus status, bool isReturn, bool hasReturn)
    {
        if (isReturn) return ReturnRefusal.IsReturn;
        if (hasReturn) return ReturnRefusal.Booked;
        return status == ShipmentStatus.Delivered ? null : ReturnRefusal.NotDelivered;
    }
}

/// <summary>Why the way back of a shipment cannot be booked.</summary>
public enum ReturnRefusal
{
    /// <summary>It is not with the consignee.</summary>
    NotDelivered,

    /// <summary>It is a return itself.</summary>
    IsReturn,

    /// <summary>Its return is booked already.</summary>
    Booked,

    /// <summary>The seller has no such shipment.</summary>
    NotFound,
}
