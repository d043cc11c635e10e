using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Tracking.Intake;
using SellerPortal.Platform;

namespace Benchmarks;

/// <summary>
/// The intake of the event feed, from the bytes of a call to the commit: 10,000 events of 2,000 shipments, five each,
/// all new, among 20,000 shipments. PostgreSQL is the server of PORTAL_TEST_POSTGRES; it gets a database of its own.
/// </summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 15)]
public class EventIntakeBenchmarks
{
    private const int Shipments = 20_000;
    private const int ShipmentsPerCall = 2_000;
    private static readonly DateTimeOffset Start = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Codes = ["ITEM_BOOK", "ITEM_BAGGING", "BAG_DISPATCH", "ITEM_RECEIVE", "ITEM_INVOICE"];
    private static readonly string[] Words = ["Item Booked", "Item bagged", "Bag Dispatched", "Item received", "Taken out for delivery"];
    private readonly string[] articles = new string[Shipments];
    private RecordEvents record = null!;
    private byte[] call = [];
    private int calls;

    /// <summary>Sqlite or Postgres.</summary>
    [Params("Sqlite", "Postgres")]
    public string Provider { get; set; } = "Sqlite";

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var factory = new Factory(Provider);
        await using var database = factory.CreateDbContext();
        await database.Database.EnsureDeletedAsync();
        await database.Database.MigrateAsync();
        var seller = Seller.Register(
            SellerId.New(Start), new SellerRegistration("Acme Traders", null, "AAPFU0939F", null, "GEM1", "a@example.in", "9826012345", Address()), Start);
        database.Sellers.Add(seller);
        await database.SaveChangesAsync();
        for (var i = 0; i < Shipments; i++)
        {
            articles[i] = ArticleNumber.Of("EE", 10_000_000 + i).ToString();
            database.Shipments.Add(Shipment.Book(ShipmentId.New(Start), Booking(seller.Id, articles[i]), Start));
            if (i % 1_000 != 999) continue;
            await database.SaveChangesAsync();
            database.ChangeTracker.Clear();
        }

        record = new RecordEvents(factory, new ShipmentChanges(), TimeProvider.System, NullLogger<RecordEvents>.Instance);
    }

    [IterationSetup]
    public void WriteCall()
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartArray();
            for (var code = 0; code < Codes.Length; code++)
            {
                for (var i = 0; i < ShipmentsPerCall; i++) WriteEvent(json, articles[((calls * ShipmentsPerCall) + i) % Shipments], code, i);
            }

            json.WriteEndArray();
        }

        call = body.ToArray();
        calls++;
    }

    [Benchmark(OperationsPerInvoke = ShipmentsPerCall * 5)]
    public async Task<int> RecordAsync()
    {
        using var body = new MemoryStream(call);
        var recorded = await record.ExecuteAsync(await JsonFeed.ReadAsync(body, CancellationToken.None), CancellationToken.None);
        return recorded.Accepted == ShipmentsPerCall * 5 ? recorded.Accepted : throw new InvalidOperationException($"Only {recorded.Accepted} were new.");
    }

    private void WriteEvent(Utf8JsonWriter json, string article, int code, int office)
    {
        var time = Start.AddDays(calls).AddHours(code * 4).AddSeconds(office);
        json.WriteStartObject();
        json.WriteString("article", article);
        json.WriteString("code", Codes[code]);
        json.WriteString("occurredAt", time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("office", string.Create(CultureInfo.InvariantCulture, $"Sorting hub {office % 97} NSH"));
        json.WriteString("officePincode", "440001");
        json.WriteString("description", Words[code]);
        json.WriteEndObject();
    }

    private static PostalAddress Address() => new()
    {
        Name = "Acme Traders",
        Line1 = "Godown 2, Napier Town",
        City = "Jabalpur",
        State = "Madhya Pradesh",
        Pincode = Pincode.FromNumber(482001),
        Mobile = "9826012345",
    };

    private static NewShipment Booking(SellerId seller, string article) => new()
    {
        SellerId = seller,
        Article = article,
        Product = ProductCode.SpeedPostParcel,
        Consignor = Address(),
        Consignee = Address(),
        Parcel = new Parcel { WeightGrams = 1_250, ChargeableGrams = 1_250, Contents = "Brass fittings" },
        Price = new BookedPrice
        {
            Base = Money.FromRupees(229),
            Taxable = Money.FromRupees(229),
            Cgst = Money.Zero,
            Sgst = Money.Zero,
            Igst = Money.FromRupees(41),
            Total = Money.FromRupees(270),
            AddOns = "",
            Slab = "1001-1500 g",
            Zone = "Other States",
            TariffEffectiveFrom = new DateOnly(2026, 8, 1),
        },
        References = new OrderReferences(),
        CustomerId = "1000000001",
        BookingOffice = "Jabalpur HO",
        BookingPincode = Pincode.FromNumber(482001),
        DeliveryOffice = "Raipur HO",
        BookedBy = Guid.CreateVersion7(Start),
    };

    private sealed class Factory(string provider) : IDbContextFactory<PortalDbContext>
    {
        private readonly string file = Path.Combine(Path.GetTempPath(), "portal-intake", "portal.db");

        public PortalDbContext CreateDbContext() => provider == "Sqlite" ? Sqlite() : Postgres();

        private SqlitePortalDbContext Sqlite()
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var options = new DbContextOptionsBuilder<SqlitePortalDbContext>();
            options.UsePortalSqlite($"Data Source={file};Foreign Keys=True");
            return new SqlitePortalDbContext(options.Options);
        }

        private static PostgresPortalDbContext Postgres()
        {
            var server = Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES")
                ?? throw new InvalidOperationException("Set PORTAL_TEST_POSTGRES to a connection string.");
            var options = new DbContextOptionsBuilder<PostgresPortalDbContext>();
            options.UsePortalPostgres(server + ";Database=portal_intake");
            return new PostgresPortalDbContext(options.Options);
        }
    }
}
