using System.Security.Cryptography;
using System.Text.Json;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Booking;

/// <summary>A booking whose fields have been checked and put into the form in which they are stored.</summary>
public sealed record TidyBooking
{
    public required Guid Key { get; init; }

    /// <summary>One of the seller's pickup locations; the default one when null.</summary>
    public Guid? Location { get; init; }

    public Pincode? From { get; init; }

    public required ProductCode Product { get; init; }

    public required int WeightGrams { get; init; }

    public Dimensions? Size { get; init; }

    /// <summary>The addressee; city and state may still be empty and are then taken from the pincode.</summary>
    public required PostalAddress Consignee { get; init; }

    /// <summary>Where the addressee is told of the parcel's way.</summary>
    public string? ConsigneeEmail { get; init; }

    public required OrderReferences References { get; init; }

    public required string Contents { get; init; }

    public int? DeclaredValueRupees { get; init; }

    public required IReadOnlyList<AddOn> AddOns { get; init; }

    /// <summary>SHA-256 of the content in hexadecimal: equal for two requests that ask for the same parcel.</summary>
    public string Fingerprint()
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new
        {
            From = From?.Value,
            To = Consignee.Pincode.Value,
            Product = Product.ToCode(),
            WeightGrams,
            Size,
            Consignee = new[]
            {
                Consignee.Name, Consignee.Company, Consignee.Line1, Consignee.Line2, Consignee.Line3, Consignee.City, Consignee.State, Consignee.Mobile, ConsigneeEmail,
            },
            References,
            Contents,
            DeclaredValueRupees,
            AddOns = AddOns.Select(addOn => addOn.ToCode()),
        });

        // A booking that names no location keeps the fingerprint it had before there were any.
        return Convert.ToHexString(SHA256.HashData(Location is { } location ? [.. content, .. location.ToByteArray()] : content));
    }
}
