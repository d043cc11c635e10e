using System.Globalization;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Features.Booking;

/// <summary>The fields of the booking form as typed; this is what a draft keeps.</summary>
public sealed record BookingFields
{
    /// <summary>Books once, however often it is sent.</summary>
    public Guid Key { get; set; }

    /// <summary>The pickup location; null for the default one.</summary>
    public Guid? Location { get; set; }

    public string From { get; set; } = "";

    public string To { get; set; } = "";

    public string Weight { get; set; } = "";

    public string Length { get; set; } = "";

    public string Breadth { get; set; } = "";

    public string Height { get; set; } = "";

    /// <summary>The product the seller chose; null while the cheapest is taken.</summary>
    public string? Product { get; set; }

    public string Name { get; set; } = "";

    public string Company { get; set; } = "";

    public string Mobile { get; set; } = "";

    public string Email { get; set; } = "";

    public string Line1 { get; set; } = "";

    public string Line2 { get; set; } = "";

    public string Line3 { get; set; } = "";

    public string City { get; set; } = "";

    /// <summary>True once the seller typed a city: the pincode no longer changes it.</summary>
    public bool CityIsTyped { get; set; }

    public string State { get; set; } = "";

    public string GemContract { get; set; } = "";

    public string Contents { get; set; } = "";

    public string DeclaredValue { get; set; } = "";

    public string Invoice { get; set; } = "";

    public string Order { get; set; } = "";

    public string EwayBill { get; set; } = "";

    /// <summary>Codes of the add-ons that are switched on.</summary>
    public List<string> AddOns { get; set; } = [];

    /// <summary>The delivered shipment whose way back is booked; null for an ordinary parcel.</summary>
    public Guid? ReturnOf { get; set; }

    /// <summary>The way back of a delivered shipment: from its consignee to its sender, with the same parcel.</summary>
    public static BookingFields Return(Shipment shipment, Guid key) => Like(shipment, key) with
    {
        ReturnOf = shipment.Id.Value,
        From = shipment.Consignee.Pincode.ToString(),
        To = shipment.Consignor.Pincode.ToString(),
        Name = shipment.Consignor.Name,
        Company = shipment.Consignor.Company ?? "",
        Mobile = shipment.Consignor.Mobile,
        Line1 = shipment.Consignor.Line1,
        Line2 = shipment.Consignor.Line2 ?? "",
        Line3 = shipment.Consignor.Line3 ?? "",
        City = shipment.Consignor.City,
        State = shipment.Consignor.State,
        Invoice = "",
        EwayBill = "",
    };

    /// <summary>The fields that book the same parcel again; the order reference is left out, because it names one parcel.</summary>
    public static BookingFields Like(Shipment shipment, Guid key) => new()
    {
        Key = key,
        From = shipment.Consignor.Pincode.ToString(),
        To = shipment.Consignee.Pincode.ToString(),
        Weight = string.Create(CultureInfo.InvariantCulture, $"{shipment.Parcel.WeightGrams} g"),
        Length = Centimetres(shipment.Parcel.LengthMm),
        Breadth = Centimetres(shipment.Parcel.BreadthMm),
        Height = Centimetres(shipment.Parcel.HeightMm),
        Product = shipment.Product.ToCode(),
        Name = shipment.Consignee.Name,
        Company = shipment.Consignee.Company ?? "",
        Mobile = shipment.Consignee.Mobile,
        Line1 = shipment.Consignee.Line1,
        Line2 = shipment.Consignee.Line2 ?? "",
        Line3 = shipment.Consignee.Line3 ?? "",
        City = shipment.Consignee.City,
        CityIsTyped = true,
        State = shipment.Consignee.State,
        GemContract = shipment.References.GemContract ?? "",
        Contents = shipment.Parcel.Contents,
        DeclaredValue = shipment.Parcel.DeclaredValueRupees?.ToString(CultureInfo.InvariantCulture) ?? "",
        Invoice = shipment.References.Invoice ?? "",
        EwayBill = shipment.References.EwayBill ?? "",
        AddOns = [.. shipment.Price.Fees().Select(line => line.Code)],
    };

    private static string Centimetres(int? millimetres) => millimetres is { } mm ? (mm / 10m).ToString("0.#", CultureInfo.InvariantCulture) : "";
}
