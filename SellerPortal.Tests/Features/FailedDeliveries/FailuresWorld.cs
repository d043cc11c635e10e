using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Tracking;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Features.FailedDeliveries;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.FailedDeliveries;

/// <summary>A seller with parcels that the post could not deliver. It is Tuesday, 24 November 2026, 11:30 in India.</summary>
internal sealed class FailuresWorld : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    private int manifests;

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

    public SilenceRules Rules { get; } = new();

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

    /// <summary>The seller calls an article back.</summary>
    public async Task RecallAsync(ShipmentId id)
    {
        await using var database = Databases.CreateDbContext();
        (await database.Shipments.SingleAsync(shipment => shipment.Id == id, Token)).RequestRecall(Money.FromRupees(6), wasOut: false, Time.GetUtcNow());
        await database.SaveChangesAsync(Token);
    }

    /// <summary>An agent was asked for to fetch parcels, so many days ago, and has them when told so.</summary>
    public async Task FetchAsync(int daysAgo, bool done, params Shipment[] parcels)
    {
        await using var database = Databases.CreateDbContext();
        var at = Time.GetUtcNow().AddDays(-daysAgo);
        var office = Directory.Value.BookingOfficeFor(TestSellers.Address().Pincode)!.Office;
        var pickup = PickupRequest.Request(
            new NewPickup { SellerId = Seller.Id, Key = Guid.CreateVersion7(), Address = TestSellers.Address(), Office = office, Time = new PickupTime(Today, PickupSlot.Morning) }, Actor.UserId, at);
        if (done)
        {
            pickup.Confirm(Actor.UserId, at);
            pickup.SendOut(Actor.UserId, at);
            pickup.PickUp(Actor.UserId, at);
        }

        database.Pickups.Add(pickup);
        await database.SaveChangesAsync(Token);
        var ids = parcels.Select(parcel => parcel.Id).ToList();
        await database.Shipments.Where(shipment => ids.Contains(shipment.Id)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.PickupId, pickup.Id), Token);
        await using var transaction = await database.Database.BeginTransactionAsync(Token);
        await database.NoteFetchedAsync(pickup, Token);
        await transaction.CommitAsync(Token);
    }

    /// <summary>A manifest of parcels was closed so many days ago.</summary>
    public async Task CloseManifestAsync(int daysAgo, params Shipment[] parcels)
    {
        await using var database = Databases.CreateDbContext();
        var at = Time.GetUtcNow().AddDays(-daysAgo);
        var manifest = Manifest.Open(Seller.Id, Interlocked.Increment(ref manifests), Actor.UserId, at);
        database.Manifests.Add(manifest);
        database.Entry(manifest).Property(one => one.ClosedAt).CurrentValue = at;
        await database.SaveChangesAsync(Token);
        var ids = parcels.Select(parcel => parcel.Id).ToList();
        await database.Shipments.Where(shipment => ids.Contains(shipment.Id)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ManifestId, manifest.Id), Token);
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
