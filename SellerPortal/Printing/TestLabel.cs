using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Printing;

/// <summary>The sample to try a printer with. It names nobody, and its barcode is no article number.</summary>
public static class TestLabel
{
    public static LabelContent Content { get; } = new()
    {
        IsTest = true,
        IsSample = true,
        Article = ArticleNumber.Of("ZZ", 0),
        Product = ProductCode.SpeedPostParcel,
        Sender = Address("Test sender", "Test lane 1"),
        Addressee = Address("Test addressee", "Test road 2") with { Line2 = "परीक्षण · பரிசோதனை" },
        GemContract = "GEMC-000000000000000",
        BookingOffice = "Test office",
        BookingPincode = Pincode.FromNumber(110001),
        BookedAt = DateTimeOffset.UnixEpoch,
        DeliveryOffice = "Test office",
        CustomerId = "0000000000",
        PhysicalWeight = new Weight(500),
        ChargedWeight = new Weight(500),
        Amount = Money.Zero,
    };

    private static PostalAddress Address(string name, string line) => new()
    {
        Name = name,
        Line1 = line,
        City = "New Delhi",
        State = "Delhi",
        Pincode = Pincode.FromNumber(110001),
        Mobile = "0000000000",
    };
}
