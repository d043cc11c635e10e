using System.ComponentModel.DataAnnotations;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.ParcelChanges;

/// <summary>What is to become of a booked parcel. Whatever is left out stays; an empty text takes a reference, a company or an e-mail away.</summary>
public sealed record ChangeRequest
{
    public ChangedConsignee? Consignee { get; init; }

    /// <summary>GEMC- and fifteen digits.</summary>
    [MaxLength(30)]
    public string? GemContract { get; init; }

    [MaxLength(BookingRules.LongestReference)]
    public string? Order { get; init; }

    [MaxLength(BookingRules.LongestReference)]
    public string? Invoice { get; init; }

    /// <summary>Twelve digits.</summary>
    [MaxLength(20)]
    public string? EwayBill { get; init; }

    [MaxLength(BookingRules.LongestContents)]
    public string? Contents { get; init; }

    internal BookShipmentInput On(EditableFacts facts)
    {
        var before = ChangeForm.Of(facts).ToInput();
        return before with
        {
            Consignee = before.Consignee with
            {
                Name = Consignee?.Name ?? before.Consignee.Name,
                Company = Consignee?.Company ?? before.Consignee.Company,
                Line1 = Consignee?.Line1 ?? before.Consignee.Line1,
                Line2 = Consignee?.Line2 ?? before.Consignee.Line2,
                Line3 = Consignee?.Line3 ?? before.Consignee.Line3,
                City = Consignee?.City ?? before.Consignee.City,
                Mobile = Consignee?.Mobile ?? before.Consignee.Mobile,
                Email = Consignee?.Email ?? before.Consignee.Email,
            },
            GemContract = GemContract ?? before.GemContract,
            Order = Order ?? before.Order,
            Invoice = Invoice ?? before.Invoice,
            EwayBill = EwayBill ?? before.EwayBill,
            Contents = Contents ?? before.Contents,
        };
    }
}

/// <summary>The consignee; the pincode makes the price and never changes.</summary>
public sealed record ChangedConsignee
{
    [MaxLength(200)]
    public string? Name { get; init; }

    [MaxLength(200)]
    public string? Company { get; init; }

    [MaxLength(200)]
    public string? Line1 { get; init; }

    [MaxLength(200)]
    public string? Line2 { get; init; }

    [MaxLength(200)]
    public string? Line3 { get; init; }

    [MaxLength(100)]
    public string? City { get; init; }

    [MaxLength(20)]
    public string? Mobile { get; init; }

    [MaxLength(254)]
    public string? Email { get; init; }
}
