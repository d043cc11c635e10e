using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Shipments;

/// <summary>
/// What happens to a parcel of the test mode, which no post office ever sees: the scans of a real one, one after the other.
/// The end of the seller's order number chooses the course; an instruction, a recall or a cancellation changes it as it
/// would change a real one.
/// </summary>
public static class TestCourse
{
    /// <summary>An order number that ends so fails at its first delivery, and succeeds at the second.</summary>
    public const string FailsOnce = "-FAIL";

    /// <summary>An order number that ends so is refused by the consignee and comes back, unless the seller asks for another delivery.</summary>
    public const string IsRefused = "-RETURN";

    /// <summary>How many pauses lie between a failed delivery and the next attempt: time to give an instruction.</summary>
    public const int PausesAfterFailure = 10;

    /// <summary>The next scan of a parcel, or null when nothing more happens to it.</summary>
    public static TestScan? Next(TestParcel parcel) => parcel.Status switch
    {
        ShipmentStatus.Booked => parcel.LastCode is null ? AtBooking(parcel, "ITEM_BOOK", "Item Booked") : AtBooking(parcel, "BAG_DISPATCH", "Item dispatched"),
        ShipmentStatus.InTransit or ShipmentStatus.OnHold or ShipmentStatus.Redirected when parcel.IsRecalled => Recalled(parcel),
        ShipmentStatus.InTransit when parcel.LastCode == "BAG_DISPATCH" => AtDelivery(parcel, "ITEM_RECEIVE", "Item received"),
        ShipmentStatus.InTransit or ShipmentStatus.OnHold or ShipmentStatus.Redirected => OutForDelivery(parcel),
        ShipmentStatus.OutForDelivery => Tried(parcel),
        ShipmentStatus.AttemptFailed => AfterFailure(parcel),
        ShipmentStatus.Returning => AtBooking(parcel, EventCodes.Delivery, "Item delivered (Sender)"),
        _ => null,
    };

    private static TestScan Tried(TestParcel parcel)
    {
        if (parcel.FailedAttempts > 0) return Delivered(parcel);
        if (Ends(parcel, IsRefused)) return AtDelivery(parcel, EventCodes.NonDelivery, "Item not delivered", NonDeliveryReason.Refused);
        return Ends(parcel, FailsOnce) ? AtDelivery(parcel, EventCodes.NonDelivery, "Item not delivered", NonDeliveryReason.AddresseeAbsent) : Delivered(parcel);
    }

    private static TestScan AfterFailure(TestParcel parcel) => parcel switch
    {
        { IsRecalled: true } => Recalled(parcel),
        { Instruction: InstructionKind.ReturnToSender } => AtDelivery(parcel, EventCodes.Return, "Item returned"),
        { Instruction: InstructionKind.Redirect } => AtDelivery(parcel, "ITEM_REDIRECT", "Item redirected"),
        { Instruction: null } when Ends(parcel, IsRefused) => AtDelivery(parcel, EventCodes.Return, "Item returned"),
        _ => OutForDelivery(parcel),
    };

    private static TestScan Delivered(TestParcel parcel) => AtDelivery(parcel, EventCodes.Delivery, "Item delivered (Addressee)");

    private static TestScan Recalled(TestParcel parcel) => AtDelivery(parcel, EventCodes.NonDelivery, "Item recalled", NonDeliveryReason.Recalled);

    private static TestScan OutForDelivery(TestParcel parcel) => AtDelivery(parcel, "ITEM_INVOICE", "Out for delivery");

    private static TestScan AtBooking(TestParcel parcel, string code, string description) => new(code, parcel.BookingOffice, parcel.BookingPincode, description);

    private static TestScan AtDelivery(TestParcel parcel, string code, string description, NonDeliveryReason? reason = null) =>
        new(code, parcel.DeliveryOffice, parcel.DeliveryPincode, description, reason);

    private static bool Ends(TestParcel parcel, string end) => parcel.Order?.EndsWith(end, StringComparison.OrdinalIgnoreCase) ?? false;
}

/// <summary>What the course of a parcel of the test mode depends on.</summary>
public sealed record TestParcel
{
    public required ShipmentStatus Status { get; init; }

    /// <summary>The code of its last scan; null before the first.</summary>
    public string? LastCode { get; init; }

    /// <summary>The seller's order number.</summary>
    public string? Order { get; init; }

    public required string BookingOffice { get; init; }

    public required Pincode BookingPincode { get; init; }

    public required string DeliveryOffice { get; init; }

    public required Pincode DeliveryPincode { get; init; }

    /// <summary>True when the seller has called it back.</summary>
    public bool IsRecalled { get; init; }

    /// <summary>How often its delivery failed.</summary>
    public int FailedAttempts { get; init; }

    /// <summary>What the seller asks of the office; null for nothing.</summary>
    public InstructionKind? Instruction { get; init; }
}

/// <summary>A scan that a parcel of the test mode gets.</summary>
public sealed record TestScan(string Code, string Office, Pincode Pincode, string Description, NonDeliveryReason? Reason = null);
