using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Bulk;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data.Bulk;

public sealed class BulkWriterTests
{
    private static readonly PostalArea Area = new()
    {
        Id = 1,
        Division = "Jabalpur",
        Region = "",
        Circle = "Madhya Pradesh",
        Taluk = "",
        District = "Jabalpur",
        State = "Madhya Pradesh",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task InsertAsync_Offices_AreReadBackTheSame(DatabaseKind kind)
    {
        await using var databases = await WithAreaAsync(kind);
        PostOffice[] offices = [Office(1), Office(2) with { Latitude = null, Longitude = null, Type = PostOfficeType.Branch, Delivers = false, Name = "डाकघर 'x' \"y\"" }];
        await using (var database = databases.CreateDbContext())
        {
            Assert.Equal(2, await BulkWriters.Of(kind).InsertAsync(database, offices, Token));
        }

        await using var again = databases.CreateDbContext();
        Assert.Equal(offices, await again.PostOffices.AsNoTracking().Include(office => office.Area).OrderBy(office => office.Id).ToListAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task InsertAsync_EntityWithTimesIdsAndAddress_IsReadBackTheSame(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var now = new DateTimeOffset(2026, 11, 23, 11, 42, 7, TimeSpan.FromHours(5.5));
        var seller = Seller.Register(SellerId.New(now), TestSellers.Registration("Acme Traders"), now);
        await using (var database = databases.CreateDbContext())
        {
            await BulkWriters.Of(kind).InsertAsync(database, [seller], Token);
        }

        await using var again = databases.CreateDbContext();
        var read = await again.Sellers.SingleAsync(Token);
        Assert.Equal((seller.Id, seller.LegalName, seller.Status), (read.Id, read.LegalName, read.Status));
        Assert.Equal(now.ToUniversalTime(), read.RegisteredAt);
        Assert.Equal(seller.PickupAddress, read.PickupAddress);
    }

    [Theory, EachDatabase]
    public async Task InsertAsync_OneRowRefused_WritesNone(DatabaseKind kind)
    {
        await using var databases = await WithAreaAsync(kind);
        await using var database = databases.CreateDbContext();
        await Assert.ThrowsAnyAsync<Exception>(() => BulkWriters.Of(kind).InsertAsync(database, [Office(1), Office(2), Office(1)], Token));
        Assert.Equal(0, await database.PostOffices.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task InsertAsync_InsideATransaction_IsPartOfIt(DatabaseKind kind)
    {
        await using var databases = await WithAreaAsync(kind);
        await using var database = databases.CreateDbContext();
        await using (var transaction = await database.Database.BeginTransactionAsync(Token))
        {
            await BulkWriters.Of(kind).InsertAsync(database, [Office(1)], Token);
            Assert.Equal(1, await database.PostOffices.CountAsync(Token));
            await transaction.RollbackAsync(Token);
        }

        Assert.Equal(0, await database.PostOffices.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task InsertAsync_NoRows_DoesNothing(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        Assert.Equal(0, await BulkWriters.Of(kind).InsertAsync<PostOffice>(database, [], Token));
    }

    [Theory, EachDatabase]
    public async Task InsertAsync_NoEntity_IsRefused(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => BulkWriters.Of(kind).InsertAsync(database, ["text"], Token));
    }

    /// <summary>A database that already holds the area of the offices.</summary>
    private static async Task<TestDatabase> WithAreaAsync(DatabaseKind kind)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        await BulkWriters.Of(kind).InsertAsync(database, [Area], Token);
        return databases;
    }

    private static PostOffice Office(int id) => new()
    {
        Id = id,
        Pincode = RealDirectory.Pin("482001"),
        Name = "Jabalpur HO",
        Type = PostOfficeType.Head,
        Delivers = true,
        AreaId = Area.Id,
        Area = Area,
        Latitude = 23.166667,
        Longitude = 79.95,
    };
}
