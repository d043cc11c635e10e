using System.ComponentModel.DataAnnotations;
using SellerPortal.Domain.Booking;
using SellerPortal.Platform.Api;

namespace SellerPortal.Features.Booking;

/// <summary>One parcel to be booked.</summary>
public sealed record BookingRequest
{
    /// <summary>A product's code, such as SP_PARCEL; POST /quotes tells which can be had.</summary>
    /// <example>SP_PARCEL</example>
    [MaxLength(30)]
    public required string ProductCode { get; init; }

    /// <summary>The weight on the scale, in grams.</summary>
    public required int WeightGrams { get; init; }

    /// <summary>Outer measures in centimetres, with at most one decimal; all three or none.</summary>
    public decimal? LengthCm { get; init; }

    public decimal? BreadthCm { get; init; }

    public decimal? HeightCm { get; init; }

    public required ConsigneeRequest Consignee { get; init; }

    /// <summary>What is inside.</summary>
    [MaxLength(BookingRules.LongestContents)]
    public required string Contents { get; init; }

    /// <summary>What the goods are worth, in whole rupees.</summary>
    public int? DeclaredValueRupees { get; init; }

    /// <summary>One of the seller's pickup locations; the default one when left out.</summary>
    public Guid? PickupLocationId { get; init; }

    /// <summary>Where the parcel is handed over; the pincode of the pickup location when left out.</summary>
    [MaxLength(10)]
    public string? FromPincode { get; init; }

    /// <summary>GEMC- and fifteen digits.</summary>
    [MaxLength(30)]
    public string? GemContract { get; init; }

    /// <summary>The seller's order number.</summary>
    [MaxLength(BookingRules.LongestReference)]
    public string? Order { get; init; }

    [MaxLength(BookingRules.LongestReference)]
    public string? Invoice { get; init; }

    /// <summary>Twelve digits.</summary>
    [MaxLength(20)]
    public string? EwayBill { get; init; }

    /// <summary>Codes of add-ons, such as REG.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string>? AddOns { get; init; }

    /// <summary>The delivered shipment whose way back this is; it then begins at that shipment's consignee.</summary>
    public Guid? ReturnOf { get; init; }

    /// <summary>The price you were quoted: at another one nothing is booked. Left out, the tariff of the moment is taken.</summary>
    public long? ExpectedTotalPaise { get; init; }

    /// <summary>For the use case.</summary>
    internal BookShipmentInput ToInput(Guid key) => new()
    {
        Key = key,
        PickupLocation = PickupLocationId,
        FromPincode = FromPincode,
        WeightGrams = WeightGrams,
        LengthCm = LengthCm,
        BreadthCm = BreadthCm,
        HeightCm = HeightCm,
        ProductCode = ProductCode,
        Consignee = Consignee.ToInput(),
        GemContract = GemContract,
        Order = Order,
        Invoice = Invoice,
        Contents = Contents,
        DeclaredValueRupees = DeclaredValueRupees,
        EwayBill = EwayBill,
        AddOns = AddOns ?? [],
        ReturnOf = ReturnOf,
        ExpectedTotalPaise = ExpectedTotalPaise,
    };
}

/// <summary>To whom the parcel goes.</summary>
public sealed record ConsigneeRequest : PostalAddressRequest
{
    /// <summary>The person or the designation.</summary>
    [MaxLength(200)]
    public required string Name { get; init; }

    [MaxLength(200)]
    public string? Company { get; init; }

    /// <summary>Where the consignee is told of the parcel's way.</summary>
    [MaxLength(254)]
    public string? Email { get; init; }

    internal ConsigneeInput ToInput() => new()
    {
        Name = Name,
        Company = Company,
        Line1 = Line1,
        Line2 = Line2,
        Line3 = Line3,
        City = City,
        State = State,
        Pincode = Pincode,
        Mobile = Mobile,
        Email = Email,
    };
}
