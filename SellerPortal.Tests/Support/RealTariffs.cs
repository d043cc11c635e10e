using SellerPortal.Data.Seeding;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Tests.Support;

/// <summary>The tariffs as shipped, and short ways to ask them.</summary>
public static class RealTariffs
{
    private static readonly Lazy<TariffBook> Shipped = new(() => TariffBook.Create(new TariffFiles(TariffFiles.ShippedFolder).Read(), PostalCalendar.Plain));

    public static TariffBook Book => Shipped.Value;

    /// <summary>The book in force, as the portal's parts are handed it.</summary>
    public static Snapshot<TariffBook> InForce
    {
        get
        {
            var snapshot = new Snapshot<TariffBook>();
            snapshot.Publish(Book);
            return snapshot;
        }
    }

    /// <summary>Monday 23 November 2026: every loaded table but the one of 2012 is in force.</summary>
    public static DateOnly Monday { get; } = new(2026, 11, 23);

    /// <summary>An entry made for a test; its centre lies <paramref name="kilometresNorth"/> north of 20° N, 80° E.</summary>
    public static PincodeEntry Entry(int pincode, string state, double kilometresNorth = 0) => new()
    {
        Pincode = Pincode.FromNumber(pincode),
        District = "",
        State = state,
        Centre = new GeoPoint(20 + double.RadiansToDegrees(kilometresNorth / 6_371.0088), 80),
        Confidence = CentreConfidence.High,
        Delivers = true,
        MainOffice = "Main",
    };

    /// <summary>From Jabalpur (Madhya Pradesh) to Varanasi (Uttar Pradesh): other states, neither a metro.</summary>
    public static QuoteRequest Parcel(int grams) => new()
    {
        From = Entry(482001, "Madhya Pradesh"),
        To = Entry(221001, "Uttar Pradesh"),
        Weight = new Weight(grams),
        PostedOn = Monday,
    };

    public static QuoteRequest Document(int grams, double kilometres) => Parcel(grams) with
    {
        Kind = ArticleKind.Document,
        To = Entry(221001, "Uttar Pradesh", kilometres),
    };

    public static Quote Quote(QuoteRequest request, ProductCode product) =>
        TariffCalculator.QuoteAll(Book, request).Find(product)
        ?? throw new InvalidOperationException($"{product.ToCode()} has no price: {Reason(request, product)}.");

    public static UnavailableReason Reason(QuoteRequest request, ProductCode product) =>
        TariffCalculator.QuoteAll(Book, request).Unavailable.Single(unavailable => unavailable.Product == product).Reason;
}
