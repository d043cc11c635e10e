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

    /// <summary>The delivered shipment whose way back this is.</summary>
    public ShipmentId? ReturnOf { get; init; }

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

        // Appended, so that the fingerprints of bookings without a return and without a location stay what they were.
        if (ReturnOf is { } original) content = [.. content, .. original.Value.ToByteArray()];
        if (Location is { } location) content = [.. content, .. location.ToByteArray()];
        return Convert.ToHexString(SHA256.HashData(content));
    }
}
