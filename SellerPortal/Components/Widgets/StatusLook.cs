using SellerPortal.Domain.Shipments;

namespace SellerPortal.Components.Widgets;

/// <summary>How a status looks wherever it appears: a colour class and an icon. The word is in the shared texts.</summary>
public sealed record StatusLook(string Colour, IconName Icon)
{
    /// <summary>The look of a status.</summary>
    public static StatusLook Of(ShipmentStatus status) => status switch
    {
        ShipmentStatus.Booked => new("", IconName.Box),
        ShipmentStatus.InTransit => new("b", IconName.Truck),
        ShipmentStatus.OutForDelivery => new("m", IconName.Person),
        ShipmentStatus.OnHold => new("m", IconName.Pause),
        ShipmentStatus.AttemptFailed => new("r", IconName.Alert),
        ShipmentStatus.Redirected => new("b", IconName.Redirect),
        ShipmentStatus.Returning => new("m", IconName.Turn),
        ShipmentStatus.Delivered => new("g", IconName.Check),
        ShipmentStatus.Returned => new("", IconName.Turn),
        ShipmentStatus.Cancelled => new("", IconName.Cross),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };

    /// <summary>The key of the status's word in the shared texts.</summary>
    public static string TextKey(ShipmentStatus status) => $"Status{status}";
}
