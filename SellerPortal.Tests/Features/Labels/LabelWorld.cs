using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data.Bulk;
using SellerPortal.Data.Labels;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Labels;
using SellerPortal.Printing;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Labels;

/// <summary>A seller with booked parcels and a printer; files are made when asked for.</summary>
internal sealed class LabelWorld : IAsyncDisposable
{
    private readonly PrinterFonts fonts = new();
    private readonly LabelPrinter pdf;

    private LabelWorld(TestDatabase databases, Seller seller, Actor actor)
    {
        (Databases, Seller, Actor) = (databases, seller, actor);
        pdf = new LabelPrinter(fonts);
        Files = new LabelFiles(databases, Signal, Time);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public TestDatabase Databases { get; }

    public Seller Seller { get; }

    public Actor Actor { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public WorkSignal Signal { get; } = new();

    public LabelFiles Files { get; }

    public DrawLabelFile Draw => DrawWith(BulkWriters.Of(Databases.Kind));

    public DrawLabelFile DrawWith(IBulkWriter writer) => new(Databases, writer, pdf, new ZplPrinter(fonts), Time);

    public static async Task<LabelWorld> CreateAsync(DatabaseKind kind)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        return new LabelWorld(databases, seller, actor);
    }

    public async Task<Shipment[]> BookAsync(int count)
    {
        await using var database = Databases.CreateDbContext();
        var shipments = Enumerable.Range(0, count).Select(i => TestShipments.New(Seller.Id, bookedAt: TestShipments.BookedAt.AddSeconds(i))).ToArray();
        database.Shipments.AddRange(shipments);
        await database.SaveChangesAsync(Token);
        return shipments;
    }

    public async Task CancelAsync(Shipment shipment)
    {
        await using var database = Databases.CreateDbContext();
        (await database.Shipments.FindAsync([shipment.Id], Token))!.Cancel(Money.Zero, Time.GetUtcNow());
        await database.SaveChangesAsync(Token);
    }

    public async Task<Guid> OrderAsync(IEnumerable<Shipment> shipments, LabelPaper? paper = null)
    {
        await using var database = Databases.CreateDbContext();
        return await database.OrderLabelsAsync(Actor, [.. shipments.Select(shipment => shipment.Id)], paper, Time.GetUtcNow(), Token);
    }

    /// <summary>Makes the files that are ordered.</summary>
    public async Task DoWorkAsync()
    {
        await using var database = Databases.CreateDbContext();
        foreach (var item in await database.WorkItems.AsNoTracking().OrderBy(item => item.EnqueuedAt).ToListAsync(Token))
        {
            await Draw.ExecuteAsync(item, Token);
            await database.WorkItems.Where(other => other.Id == item.Id).ExecuteDeleteAsync(Token);
        }
    }

    public async Task<LabelFileRow> FileAsync(Guid id) => (await Files.FindAsync(Actor, id, Token))!;

    public async Task<byte[]> BytesAsync(Guid id)
    {
        using var bytes = new MemoryStream();
        await foreach (var piece in Files.ReadAsync(await FileAsync(id), Token)) await bytes.WriteAsync(piece, Token);
        return bytes.ToArray();
    }

    public async Task<int[]> PrintsAsync(IEnumerable<Shipment> shipments)
    {
        await using var database = Databases.CreateDbContext();
        var prints = await database.Shipments.Where(shipment => shipment.SellerId == Seller.Id).ToDictionaryAsync(shipment => shipment.Id, shipment => shipment.LabelPrints, Token);
        return [.. shipments.Select(shipment => prints[shipment.Id])];
    }

    public async ValueTask DisposeAsync()
    {
        pdf.Dispose();
        fonts.Dispose();
        await Databases.DisposeAsync();
    }
}
