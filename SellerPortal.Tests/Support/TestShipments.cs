using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Tests.Support;

/// <summary>Booked shipments for tests, each with a number of its own.</summary>
public static class TestShipments
{
    /// <summary>When they are booked, unless said otherwise: Monday 23 November 2026, 10:30 IST.</summary>
    public static readonly DateTimeOffset BookedAt = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);

    private static int _serial = 47_000_000;

    /// <summary>An article number that no other test uses.</summary>
    public static string NewArticle() => ArticleNumber.Of("EZ", Interlocked.Increment(ref _serial)).ToString();

    public static Shipment New(SellerId seller, string? article = null, string consignee = "Executive Engineer, PWD", DateTimeOffset? bookedAt = null) =>
        Shipment.Book(ShipmentId.New(bookedAt ?? BookedAt), Booking(seller, article ?? NewArticle(), consignee), bookedAt ?? BookedAt);

    /// <summary>Books a shipment in the database.</summary>
    public static async Task<Shipment> BookAsync(
        PortalDbContext database, SellerId seller, string? article = null, string consignee = "Executive Engineer, PWD", DateTimeOffset? bookedAt = null)
    {
        var shipment = New(seller, article, consignee, bookedAt);
        database.Shipments.Add(shipment);
        database.History.Add(HistoryEntry.Of(shipment.Id, HistoryKind.Booked, shipment.BookedBy, detail: null, shipment.BookedAt));
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return shipment;
    }

    private static NewShipment Booking(SellerId seller, string article, string consignee) => new()
    {
        SellerId = seller,
        Article = article,
        Product = ProductCode.SpeedPostParcel,
        Consignor = TestSellers.Address(),
        Consignee = TestSellers.Address("492001") with { Name = consignee, Line1 = "Division 2, Civil Lines", City = "Raipur", State = "Chhattisgarh", Mobile = "9826054321" },
        Parcel = new Parcel { WeightGrams = 1_250, ChargeableGrams = 1_440, LengthMm = 300, BreadthMm = 240, HeightMm = 100, Contents = "Brass fittings" },
        Price = new BookedPrice
        {
            Base = Money.FromRupees(229),
            Taxable = Money.FromRupees(229),
            Cgst = Money.Zero,
            Sgst = Money.Zero,
            Igst = Money.FromRupees(41),
            Total = Money.FromRupees(270),
            AddOns = "REG:500",
            Slab = "1001-1500 g",
            Zone = "Other States",
            TariffEffectiveFrom = new DateOnly(2026, 8, 1),
        },
        References = new OrderReferences { GemContract = "GEMC-511687754738820", Order = "ORD-7781", Invoice = "ACM/26-27/1183" },
        CustomerId = "1000000001",
        BookingOffice = "Jabalpur HO",
        BookingPincode = Pincode.FromNumber(482001),
        DeliveryOffice = "Raipur HO",
        BookedBy = Guid.CreateVersion7(BookedAt),
        ExpectedFrom = new DateOnly(2026, 11, 27),
        ExpectedTo = new DateOnly(2026, 11, 28),
    };
}
