namespace SellerPortal.Domain.Shipments;

/// <summary>A part of a booked parcel that a seller can change at some time. Weight, size, product and pincode make the price and never change.</summary>
public enum EditablePart
{
    /// <summary>Name, company, address lines and city of the consignee.</summary>
    Address,

    /// <summary>The consignee's mobile number and e-mail address.</summary>
    Contact,

    /// <summary>Numbers of the order, the invoice and the e-way bill.</summary>
    References,

    /// <summary>What is inside.</summary>
    Contents,
}

/// <summary>How far a parcel is, as far as a change is concerned.</summary>
public enum EditStage
{
    /// <summary>Still with the seller: neither fetched nor scanned.</summary>
    BeforeHandOver,

    /// <summary>With the post, and not yet with the postman.</summary>
    OnItsWay,

    /// <summary>With the postman, or back from an attempt: then the office is told what to do instead.</summary>
    AtTheDoor,

    /// <summary>Delivered, on its way back, returned or cancelled.</summary>
    Ended,
}

/// <summary>What can be changed when: the one table of it, which the seller sees too.</summary>
public static class ShipmentEdits
{
    /// <summary>True when the part can be changed at the stage.</summary>
    public static bool May(EditablePart part, EditStage stage) => (part, stage) switch
    {
        (_, EditStage.Ended) => false,
        (_, EditStage.BeforeHandOver) => true,
        // The label is on the parcel and says where it goes; whom to ring, and the seller's own numbers, are kept beside it.
        (EditablePart.Contact, EditStage.OnItsWay) => true,
        (EditablePart.References, _) => true,
        _ => false,
    };

    /// <summary>How far a parcel is.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="handedOver">True when an agent has fetched it, or the post has scanned it.</param>
    public static EditStage StageOf(ShipmentStatus status, bool handedOver) => status switch
    {
        ShipmentStatus.Booked => handedOver ? EditStage.OnItsWay : EditStage.BeforeHandOver,
        ShipmentStatus.InTransit or ShipmentStatus.OnHold or ShipmentStatus.Redirected => EditStage.OnItsWay,
        ShipmentStatus.OutForDelivery or ShipmentStatus.AttemptFailed => EditStage.AtTheDoor,
        ShipmentStatus.Delivered or ShipmentStatus.Returning or ShipmentStatus.Returned or ShipmentStatus.Cancelled => EditStage.Ended,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };
}
