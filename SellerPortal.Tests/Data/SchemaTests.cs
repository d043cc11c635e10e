using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data;

public sealed class SchemaTests
{
    [Theory, EachDatabase]
    public async Task Seller_SavedAndRead_IsTheSame(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var now = new DateTimeOffset(2026, 11, 23, 11, 42, 7, TimeSpan.FromHours(5.5));
        var id = SellerId.New(now);
        await using (var database = databases.CreateDbContext())
        {
            database.Sellers.Add(Seller.Register(id, TestSellers.Registration("Acme Traders"), now));
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var again = databases.CreateDbContext();
        var seller = await again.Sellers.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(id, seller.Id);
        Assert.Equal(now.ToUniversalTime(), seller.RegisteredAt);
        Assert.Equal(482001, seller.PickupAddress.Pincode.Value);
        Assert.NotEqual(Guid.Empty, seller.Version);
    }

    [Theory, EachDatabase]
    public async Task SaveChanges_SecondOfTwoEditors_IsRefused(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var now = DateTimeOffset.UnixEpoch;
        await using var first = databases.CreateDbContext();
        first.Sellers.Add(Seller.Register(SellerId.New(now), TestSellers.Registration("Acme Traders"), now));
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);

        await using var second = databases.CreateDbContext();
        var theirs = await second.Sellers.SingleAsync(TestContext.Current.CancellationToken);
        (await first.Sellers.SingleAsync(TestContext.Current.CancellationToken)).Approve("1000000001", null, now);
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);

        theirs.Reject("No such GSTIN.", now);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));
    }
}
