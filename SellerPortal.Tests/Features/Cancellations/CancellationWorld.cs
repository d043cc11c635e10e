using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data.Tracking;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Cancellations;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Cancellations;

/// <summary>A seller with booked parcels, and a post that scans them.</summary>
internal sealed class CancellationWorld : IAsyncDisposable
{
    private CancellationWorld(TestDatabase databases, Seller seller, Actor actor)
    {
        (Databases, Seller, Actor) = (databases, seller, actor);
        Tariffs.Publish(RealTariffs.Book);
        Cancel = new CancelShipments(databases, Options.Create(Rules), new WorkSignal(), Changes, Time, NullLogger<CancelShipments>.Instance);
        Recall = new RecallShipment(databases, Tariffs, new ShipmentChanges(), Time);
    }

    public TestDatabase Databases { get; }

    public Seller Seller { get; }

    public Actor Actor { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public CancellationOptions Rules { get; } = new();

    public ShipmentChanges Changes { get; } = new();

    public CancelShipments Cancel { get; }

    public RecallShipment Recall { get; }

    public Snapshot<TariffBook> Tariffs { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CancellationWorld> CreateAsync(DatabaseKind kind)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        return new CancellationWorld(databases, seller, actor);
    }

    public async Task<Shipment> BookAsync()
    {
        await using var database = Databases.CreateDbContext();
        return await TestShipments.BookAsync(database, Seller.Id);
    }

    /// <summary>A sheet of the seller, orders.xlsx, whose rows booked the parcels.</summary>
    public async Task<Guid> SheetAsync(params IReadOnlyList<Shipment> rows)
    {
        await using var database = Databases.CreateDbContext();
        return await TestSheets.AddAsync(database, Seller.Id, "orders.xlsx", rows);
    }

    /// <summary>The post scans an article, so many minutes after now.</summary>
    public async Task ScanAsync(string article, string code, string words, int minutes = 0, NonDeliveryReason? reason = null)
    {
        await using var database = Databases.CreateDbContext();
        var scan = new TrackingEvent
        {
            Article = article,
            OccurredAt = Time.GetUtcNow().AddMinutes(minutes),
            Code = code,
            Office = "Jabalpur HO",
            Description = words,
            Reason = reason,
            RecordedAt = Time.GetUtcNow(),
        };
        await EventStore.SaveAsync(database, [scan], Token);
    }

    public async Task<Shipment> ReadAsync(ShipmentId id)
    {
        await using var database = Databases.CreateDbContext();
        return (await database.Shipments.FindAsync([id], Token))!;
    }

    public ValueTask DisposeAsync() => Databases.DisposeAsync();
}
