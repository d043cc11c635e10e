using System.ComponentModel.DataAnnotations;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Booking;

/// <summary>What is asked to be booked, by the form and by the API alike; checked by <see cref="BookingRules"/>.</summary>
public sealed record BookShipmentInput : IValidatableObject
{
    /// <summary>Made with the form; the same key books once, however often it is sent.</summary>
    public Guid Key { get; init; }

    /// <summary>One of the seller's pickup locations, whose address is the consignor's; the default one when null.</summary>
    public Guid? PickupLocation { get; init; }

    /// <summary>Where the parcel is handed over or picked up; the pincode of the pickup location when null.</summary>
    public string? FromPincode { get; init; }

    /// <summary>The weight on the scale, in grams.</summary>
    public int? WeightGrams { get; init; }

    /// <summary>Outer measures in centimetres, with at most one decimal; all three or none.</summary>
    public decimal? LengthCm { get; init; }

    public decimal? BreadthCm { get; init; }

    public decimal? HeightCm { get; init; }

    /// <summary>A product's code, such as SP_PARCEL.</summary>
    public string? ProductCode { get; init; }

    public ConsigneeInput Consignee { get; init; } = new();

    /// <summary>GEMC- and fifteen digits, or null.</summary>
    public string? GemContract { get; init; }

    /// <summary>The seller's order number.</summary>
    public string? Order { get; init; }

    public string? Invoice { get; init; }

    public string? Contents { get; init; }

    /// <summary>What the goods are worth, in whole rupees.</summary>
    public int? DeclaredValueRupees { get; init; }

    /// <summary>Twelve digits, or null.</summary>
    public string? EwayBill { get; init; }

    /// <summary>Codes of add-ons, such as REG.</summary>
    public IReadOnlyList<string> AddOns { get; init; } = [];

    /// <summary>The delivered shipment whose way back this is; it then begins at that shipment's consignee.</summary>
    public Guid? ReturnOf { get; init; }

    /// <summary>The price that was shown; another one is not booked. Null takes the tariff of the moment, as a system may.</summary>
    public long? ExpectedTotalPaise { get; init; }

    /// <summary>Without a city it takes the district of its pincode, as the booking form does.</summary>
    public BookShipmentInput WithCityOf(PincodeDirectory directory)
    {
        if (!string.IsNullOrWhiteSpace(Consignee.City) || !Pincode.TryParse(Consignee.Pincode ?? "", out var pincode)) return this;
        return directory.Find(pincode) is { District: { Length: >= PostalAddress.Shortest } district }
            ? this with { Consignee = Consignee with { City = district } }
            : this;
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        BookingRules.Check(this, out _).Select(fault => new ValidationResult(fault.ToString(), [fault.Field().ToString()]));
}

/// <summary>To whom the parcel goes.</summary>
public sealed record ConsigneeInput
{
    /// <summary>The person or the designation.</summary>
    public string? Name { get; init; }

    public string? Company { get; init; }

    public string? Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? Line3 { get; init; }

    public string? City { get; init; }

    /// <summary>The state; taken from the pincode when empty.</summary>
    public string? State { get; init; }

    public string? Pincode { get; init; }

    public string? Mobile { get; init; }

    /// <summary>Where the addressee is told of the parcel's way; null when nobody knows it.</summary>
    public string? Email { get; init; }
}
