namespace SellerPortal.Domain.Shipments;

/// <summary>What the codes of the event feed mean (India Post tracking, domain facts §7).</summary>
public static class EventCodes
{
    public const string Return = "ITEM_RETURN";
    public const string Delivery = "ITEM_DELIVERY";
    public const string NonDelivery = "ITEM_NONDELIVER";

    /// <summary>The codes of the scans that take an article out for delivery.</summary>
    public static IReadOnlyList<string> OutForDelivery { get; } = ["ITEM_INVOICE", "BEAT_DISPATCH"];

    /// <summary>True for a scan that turns the article round: a return, or a recall, which the feed writes as no delivery with reason 40.</summary>
    public static bool TurnsBack(string code, NonDeliveryReason? reason) => code == Return || (code == NonDelivery && reason == NonDeliveryReason.Recalled);

    /// <summary>The status that a scan speaks of, or null for a code that the portal does not know.</summary>
    /// <param name="code">The code in capitals.</param>
    /// <param name="description">Decides what a delivery was: "(Addressee)" or "(Sender)".</param>
    public static ShipmentStatus? StatusOf(string code, string? description) => code switch
    {
        "ITEM_BOOK" => ShipmentStatus.Booked,
        "BAG_CLOSE" or "BAG_DISPATCH" or "ITEM_DISPATCH" or "ITEM_BAGGING" or "BAG_OPEN" or "ITEM_RECEIVE" => ShipmentStatus.InTransit,
        "ITEM_INVOICE" or "BEAT_DISPATCH" => ShipmentStatus.OutForDelivery,
        "ITEM_ONHOLD" => ShipmentStatus.OnHold,
        NonDelivery => ShipmentStatus.AttemptFailed,
        "ITEM_REDIRECT" => ShipmentStatus.Redirected,
        Return => ShipmentStatus.Returning,
        Delivery => RecipientOf(description) == Recipient.Sender ? ShipmentStatus.Returned : ShipmentStatus.Delivered,
        _ => null,
    };

    /// <summary>True when the table above holds the code.</summary>
    public static bool IsKnown(string code) => StatusOf(code, description: null) is not null;

    /// <summary>Who took a delivered article, by the description.</summary>
    internal static Recipient RecipientOf(string? description)
    {
        if (description is null) return Recipient.Unstated;
        if (description.Contains("sender", StringComparison.OrdinalIgnoreCase)) return Recipient.Sender;
        return description.Contains("addressee", StringComparison.OrdinalIgnoreCase) ? Recipient.Addressee : Recipient.Unstated;
    }

    /// <summary>Who took a delivered article.</summary>
    internal enum Recipient
    {
        Unstated,
        Addressee,
        Sender,
    }
}
