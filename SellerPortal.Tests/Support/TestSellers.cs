using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Tests.Support;

/// <summary>Sellers and actors for tests.</summary>
public static class TestSellers
{
    private static int _count;

    public static Actor Admin { get; } = new() { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { Roles.Admin } };

    public static PostalAddress Address(string pincode = "482001") => new()
    {
        Name = "Acme Traders",
        Line1 = "Godown 2, Napier Town",
        City = "Jabalpur",
        State = "Madhya Pradesh",
        Pincode = Pincode.TryParse(pincode, out var parsed) ? parsed : throw new ArgumentException("No pincode.", nameof(pincode)),
        Mobile = "9826012345",
    };

    public static SellerRegistration Registration(string name)
    {
        var number = Interlocked.Increment(ref _count);
        return new SellerRegistration(name, "27AAPFU0939F1ZV", "AAPFU0939F", null, $"GEM{number:D6}", $"seller{number}@example.in", "9826012345", Address());
    }

    /// <summary>An approved seller in the database, and the actor who books for it.</summary>
    public static async Task<(Seller Seller, Actor Actor)> ApprovedAsync(PortalDbContext database, string? contract = null)
    {
        var now = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
        var seller = Seller.Register(SellerId.New(now), Registration("Acme Traders"), now);
        seller.Approve((1_000_000_000L + Interlocked.Increment(ref _count)).ToString("D10", null), contract, now);
        database.Sellers.Add(seller);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (seller, ActorOf(seller.Id));
    }

    public static Actor ActorOf(SellerId seller) => new()
    {
        UserId = Guid.CreateVersion7(),
        SellerId = seller,
        Roles = new HashSet<string> { Roles.Seller },
    };
}
