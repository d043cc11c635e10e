using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Platform;

public sealed class ListPagesTests
{
    [Theory, EachDatabase]
    public async Task From_AnyPlace_HasOneSqlAndTheOrderOfTheDatabase(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, _) = await TestSellers.ApprovedAsync(database);

        // Ids that differ in every byte and in both halves, whose order a database could see otherwise than .NET does.
        var random = new Random(7);
        var ids = Enumerable.Range(0, 64).Select(_ =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new ShipmentId(new Guid(bytes));
        }).ToList();
        var shipments = ids.ConvertAll(_ => TestShipments.New(seller.Id));
        await BulkWriters.Of(kind).InsertAsync(database, shipments, TestContext.Current.CancellationToken);
        for (var i = 0; i < ids.Count; i++)
        {
            var (old, id) = (shipments[i].Id, ids[i]);
            await database.Shipments.Where(shipment => shipment.Id == old).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.Id, id), TestContext.Current.CancellationToken);
        }

        var expected = ids.OrderByDescending(id => id.Value).ToList();
        for (var i = -1; i < ids.Count; i++)
        {
            var rest = await From(i < 0 ? null : new ListPlace(TestShipments.BookedAt, expected[i].Value)).Select(shipment => shipment.Id).ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(expected.Skip(i + 1), rest);
        }

        Assert.Equal(SqlOf(TestShipments.BookedAt), SqlOf(TestShipments.BookedAt.AddDays(1)));

        IQueryable<Shipment> From(ListPlace? place) => database.Shipments.AsNoTracking().From(place, shipment => shipment.BookedAt, shipment => shipment.Id, id => new ShipmentId(id));

        string SqlOf(DateTimeOffset at)
        {
            using var command = From(new ListPlace(at, Guid.CreateVersion7())).CreateDbCommand();
            return command.CommandText;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_795_000_000_123_456)]
    public void Parse_OfAPlace_ReadsWhatWasWritten(long micros)
    {
        var place = new ListPlace(DateTimeOffset.UnixEpoch.AddTicks(micros * 10), Guid.CreateVersion7());
        Assert.Equal(place, ListPlace.Parse(place.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("1795000000123456-50")]
    [InlineData("1795000000123456-{01890a5d-ac96-774b-bcce-b302099a8057}")]
    [InlineData("99999999999999999999-01890a5dac96774bbcceb302099a8057")]
    public void Parse_OfWhatNoListWrote_IsNoPlace(string? text) => Assert.Null(ListPlace.Parse(text));
}
