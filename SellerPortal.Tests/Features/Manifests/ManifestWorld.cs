using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Manifests;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Manifests;

/// <summary>A seller with booked parcels, at 11:30 in India.</summary>
internal sealed class ManifestWorld : IAsyncDisposable
{
    private ManifestWorld(TestDatabase databases, Seller seller, Actor actor)
    {
        (Databases, Seller, Actor) = (databases, seller, actor);
        Fill = new FillManifest(databases, Time);
        TakeOff = new TakeOffManifest(databases, Time);
        Close = new CloseManifest(databases, BulkWriters.Of(databases.Kind), Time);
        Read = new ReadManifests(databases, Time);
        Candidates = new ReadCandidates(databases, Time);
    }

    public TestDatabase Databases { get; }

    public Seller Seller { get; }

    public Actor Actor { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public FillManifest Fill { get; }

    public TakeOffManifest TakeOff { get; }

    public CloseManifest Close { get; }

    public ReadManifests Read { get; }

    public ReadCandidates Candidates { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ManifestWorld> CreateAsync(DatabaseKind kind)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        return new ManifestWorld(databases, seller, actor);
    }

    public async Task<Shipment[]> BookAsync(int count)
    {
        await using var database = Databases.CreateDbContext();
        var shipments = Enumerable.Range(0, count).Select(i => TestShipments.New(Seller.Id, bookedAt: TestShipments.BookedAt.AddMinutes(i))).ToArray();
        database.Shipments.AddRange(shipments);
        await database.SaveChangesAsync(Token);
        return shipments;
    }

    /// <summary>Books a parcel that is sent from somewhere else.</summary>
    public async Task<Shipment> BookFromAsync(PostalAddress consignor)
    {
        var shipment = (await BookAsync(1))[0];
        await using var database = Databases.CreateDbContext();
        await database.Shipments.Where(other => other.Id == shipment.Id).ExecuteUpdateAsync(
            set => set.SetProperty(other => other.Consignor.Line1, consignor.Line1).SetProperty(other => other.Consignor.City, consignor.City).SetProperty(other => other.Consignor.Pincode, consignor.Pincode), Token);
        return shipment;
    }

    /// <summary>An office scans a parcel, which takes no notice of manifests.</summary>
    public async Task ScanAsync(Shipment shipment)
    {
        await using var database = Databases.CreateDbContext();
        await database.Shipments.Where(other => other.Id == shipment.Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.LastScanAt, Time.GetUtcNow()), Token);
    }

    public async Task<ManifestId> FillAsync(params IEnumerable<Shipment> shipments) =>
        Assert.IsType<FillResult.Filled>(await Fill.ExecuteAsync(Actor, null, [.. shipments.Select(shipment => shipment.Id)], Token)).Id;

    public async Task CancelAsync(Shipment shipment)
    {
        await using var database = Databases.CreateDbContext();
        var found = (await database.Shipments.FindAsync([shipment.Id], Token))!;
        found.Cancel(Money.Zero, Time.GetUtcNow());
        await database.SaveChangesAsync(Token);
    }

    public async Task<IReadOnlyList<string>> ArticlesAsync(ManifestId id) =>
        [.. (await Read.OneAsync(Actor, id, 1, Token))!.Lines.Select(line => line.Article)];

    public async Task<ManifestId?> ManifestOfAsync(Shipment shipment)
    {
        await using var database = Databases.CreateDbContext();
        return await database.Shipments.Where(other => other.Id == shipment.Id).Select(other => other.ManifestId).SingleAsync(Token);
    }

    public ValueTask DisposeAsync() => Databases.DisposeAsync();
}
