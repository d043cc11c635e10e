using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Booking;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Booking;

/// <summary>A database with an approved seller and a range of numbers, and a directory of four pincodes.</summary>
internal sealed class BookingWorld : IAsyncDisposable
{
    private BookingWorld(TestDatabase databases, Seller seller, Actor actor)
    {
        Databases = databases;
        Seller = seller;
        Actor = actor;
        Directory.Publish(Places());
        Lane = new BookingLane(databases, new BookingWriter(BulkWriters.Of(databases.Kind)), new WorkSignal(), Time);
        Price = new PriceBooking(Directory, Prices, Time);
        Booking = new BookShipment(databases, Price, Lane);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public TestDatabase Databases { get; }

    public Seller Seller { get; }

    public Actor Actor { get; }

    public Snapshot<PincodeDirectory> Directory { get; } = new();

    public FixedPrices Prices { get; } = new();

    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero));

    public BookingLane Lane { get; }

    public PriceBooking Price { get; }

    public BookShipment Booking { get; }

    public static async Task<BookingWorld> CreateAsync(DatabaseKind kind, int numbers = 1000, string? contract = null)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database, contract);
        if (numbers > 0)
        {
            var allotment = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EE", First = 12_345_678, Last = 12_345_677 + numbers };
            database.ArticleNumberRanges.Add(ArticleNumberRange.Add(allotment, by: null, DateTimeOffset.UnixEpoch));
            await database.SaveChangesAsync(Token);
        }

        return new BookingWorld(databases, seller, actor);
    }

    /// <summary>A booking that goes through.</summary>
    public static BookShipmentInput Input() => new()
    {
        Key = Guid.CreateVersion7(),
        WeightGrams = 1250,
        LengthCm = 30,
        BreadthCm = 20,
        HeightCm = 12,
        ProductCode = "SP_PARCEL",
        Consignee = new ConsigneeInput
        {
            Name = "कार्यपालन अभियंता, लोक निर्माण विभाग",
            Line1 = "Division 2, Civil Lines",
            Line2 = "near Collectorate",
            City = "Raipur",
            Pincode = "492001",
            Mobile = "98260 12345",
        },
        GemContract = "GEMC-511687754738820",
        Invoice = "ACM/26-27/1183",
        Contents = "LED street lights, 4 pieces",
        DeclaredValueRupees = 52_000,
        ExpectedTotalPaise = 27_000,
    };

    public BookingForm Form(string? draft = null)
    {
        var desk = new BookingDesk
        {
            SellerName = Seller.LegalName,
            Status = Seller.Status,
            PickupPincode = "482001",
            PickupCity = "Jabalpur",
            HasContract = Seller.HasContract,
            DraftJson = draft,
        };
        return new BookingForm(Directory.Value, Prices, desk, Guid.CreateVersion7(), () => new DateOnly(2026, 11, 23));
    }

    /// <summary>Types a parcel that can be booked.</summary>
    public static void Fill(BookingForm form)
    {
        var fields = form.Fields;
        (fields.To, fields.Weight, fields.Name, fields.Mobile) = ("492001", "1250", "Executive Engineer", "98260 12345");
        (fields.Line1, fields.Contents, fields.GemContract) = ("Civil Lines", "LED street lights", "GEMC-511687754738820");
        form.Refresh();
    }

    public Task<BookingResult> BookAsync(BookShipmentInput input) => Booking.ExecuteAsync(Actor, input, Token);

    /// <summary>Claims, shipments, history lines and numbers used.</summary>
    public async Task<(int Claims, int Shipments, int History, int Numbers)> CountAsync()
    {
        await using var database = Databases.CreateDbContext();
        return (
            await database.BookingClaims.CountAsync(Token),
            await database.Shipments.CountAsync(Token),
            await database.History.CountAsync(Token),
            await database.ArticleNumberRanges.SumAsync(range => range.Next - range.First, Token));
    }

    public ValueTask DisposeAsync() => Databases.DisposeAsync();

    private static PincodeDirectory Places()
    {
        var number = 0;
        return PincodeDirectory.Create(
            [
                Entry("482001", "Jabalpur", "Madhya Pradesh", "Jabalpur HO"),
                Entry("492001", "Raipur", "Chhattisgarh", "Raipur HO"),
                Entry("110001", "New Delhi", "Delhi", "New Delhi HO"),
                Entry("110002", "Central Delhi", "Delhi", "Nowhere SO", delivers: false),
            ],
            [
                Office("482001", "Jabalpur HO", PostOfficeType.Head, "Madhya Pradesh"),
                Office("492001", "Raipur HO", PostOfficeType.Head, "Chhattisgarh"),
                Office("492001", "Civil Lines SO", PostOfficeType.Sub, "Chhattisgarh"),
                Office("110001", "New Delhi HO", PostOfficeType.Head, "Delhi"),
                Office("110002", "Nowhere SO", PostOfficeType.Sub, "Delhi", delivers: false),
            ]);

        PincodeEntry Entry(string pincode, string district, string state, string main, bool delivers = true) => new()
        {
            Pincode = Pincode.FromNumber(int.Parse(pincode, null)),
            District = district,
            State = state,
            Centre = new GeoPoint(22, 80),
            Confidence = CentreConfidence.High,
            Delivers = delivers,
            MainOffice = main,
        };

        PostOffice Office(string pincode, string name, PostOfficeType type, string state, bool delivers = true) => new()
        {
            Id = ++number,
            Pincode = Pincode.FromNumber(int.Parse(pincode, null)),
            Name = name,
            Type = type,
            Delivers = delivers,
            AreaId = number,
            Area = new PostalArea { Id = number, Division = "", Region = "", Circle = "", Taluk = "", District = "", State = state },
        };
    }

    internal sealed class FixedPrices : IBookingPrices
    {
        public long TotalPaise { get; set; } = 27_000;

        public BookingPriceRequest? Asked { get; private set; }

        public Money? FeeOf(AddOn addOn, int? declaredValueRupees, DateOnly postedOn) => new Money(500);

        public BookingPriceList Quote(BookingPriceRequest request)
        {
            Asked = request;
            var offer = new BookingOffer
            {
                Product = ProductCode.SpeedPostParcel,
                ChargeableGrams = 1440,
                Zone = "Other States",
                Slab = "1001-1500 g",
                Base = new Money(22_800),
                AddOns = [.. request.AddOns.Select(addOn => (addOn, new Money(500)))],
                Taxable = new Money(22_800),
                Cgst = new Money(2_100),
                Sgst = new Money(2_100),
                Igst = Money.Zero,
                Total = new Money(TotalPaise),
                TariffEffectiveFrom = new DateOnly(2026, 8, 1),
                ExpectedFrom = new DateOnly(2026, 11, 27),
                ExpectedTo = new DateOnly(2026, 11, 28),
            };
            return new BookingPriceList([offer], [new Unavailable(ProductCode.BusinessParcel, UnavailableReason.NeedsContract)]);
        }
    }
}
