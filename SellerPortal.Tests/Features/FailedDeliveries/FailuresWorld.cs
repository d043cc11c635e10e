using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Tracking;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.FailedDeliveries;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.FailedDeliveries;

/// <summary>A seller with parcels that the post could not deliver. It is Tuesday, 24 November 2026, 11:30 in India.</summary>
internal sealed class FailuresWorld : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    private FailuresWorld(TestDatabase databases, Seller seller, Actor actor)
    {
        (Databases, Seller, Actor) = (databases, seller, actor);
        Tariffs.Publish(RealTariffs.Book);
        Directory.Publish(RealDirectory.Value);
        Give = new GiveInstruction(databases, Tariffs, Directory, Options.Create(Rules), new ShipmentChanges(), Time);
        Reads = new ReadFailures(databases, Tariffs, Options.Create(Rules), Time);
    }

    public TestDatabase Databases { get; }

    public Seller Seller { get; }

    public Actor Actor { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public FailedDeliveriesOptions Rules { get; } = new();

    public GiveInstruction Give { get; }

    public ReadFailures Reads { get; }

    public Snapshot<TariffBook> Tariffs { get; } = new();

    public Snapshot<PincodeDirectory> Directory { get; } = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<FailuresWorld> CreateAsync(DatabaseKind kind)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        return new FailuresWorld(databases, seller, actor);
    }

    public async Task<Shipment> BookAsync(string consignee = "Executive Engineer, PWD")
    {
        await using var database = Databases.CreateDbContext();
        return await TestShipments.BookAsync(database, Seller.Id, consignee: consignee);
    }

    /// <summary>Books a parcel whose delivery failed an hour ago.</summary>
    public async Task<Shipment> FailedAsync(NonDeliveryReason? reason = NonDeliveryReason.DoorLocked, string consignee = "Executive Engineer, PWD")
    {
        var shipment = await BookAsync(consignee);
        await ScanAsync(shipment.Article, "ITEM_NONDELIVER", "Item Not Delivered", -60, reason);
        return shipment;
    }

    /// <summary>The post scans an article, so many minutes after now.</summary>
    public async Task ScanAsync(string article, string code, string words, int minutes = 0, NonDeliveryReason? reason = null, string? remark = null)
    {
        await using var database = Databases.CreateDbContext();
        var scan = new TrackingEvent
        {
            Article = article,
            OccurredAt = Time.GetUtcNow().AddMinutes(minutes),
            Code = code,
            Office = "Raipur HO",
            Description = words,
            Reason = reason,
            Remark = remark,
            RecordedAt = Time.GetUtcNow(),
        };
        await EventStore.SaveAsync(database, [scan], Token);
    }

    /// <summary>Tells the handler all news, as the relay does.</summary>
    public async Task TellAsync()
    {
        await using var database = Databases.CreateDbContext();
        var news = await database.ShipmentChanges.AsNoTracking().OrderBy(change => change.Id).ToListAsync(Token);
        await new ScansCloseInstructions().HandleAsync(database, news, Token);
        await database.SaveChangesAsync(Token);
        await database.ShipmentChanges.ExecuteDeleteAsync(Token);
    }

    public async Task<Shipment> ReadAsync(ShipmentId id)
    {
        await using var database = Databases.CreateDbContext();
        return (await database.Shipments.FindAsync([id], Token))!;
    }

    public async Task<List<DeliveryInstruction>> InstructionsAsync(ShipmentId id)
    {
        await using var database = Databases.CreateDbContext();
        return await database.DeliveryInstructions.AsNoTracking().Where(instruction => instruction.ShipmentId == id).OrderBy(instruction => instruction.GivenAt).ToListAsync(Token);
    }

    public ValueTask DisposeAsync() => Databases.DisposeAsync();
}
