using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Tests.Support;

/// <summary>API keys for tests.</summary>
internal static class TestKeys
{
    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Adds a key with scopes, of a seller or of the Department.</summary>
    /// <returns>The key itself.</returns>
    public static Task<string> AddAsync(PortalDbContext database, IEnumerable<string> scopes, SellerId? seller = null) =>
        AddAsync(database, new NewApiKey("Test", scopes.ToHashSet(), ExpiresAt: null, seller));

    /// <summary>Adds a key.</summary>
    /// <returns>The key itself.</returns>
    public static async Task<string> AddAsync(PortalDbContext database, NewApiKey wanted)
    {
        var (stored, key) = ApiKey.Create(wanted, Guid.CreateVersion7(Made), Made);
        database.ApiKeys.Add(stored);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return key;
    }

    /// <summary>A client that brings a key with every call.</summary>
    public static HttpClient WithKey(this TestHost host, string key)
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }
}
