[assembly: AssemblyFixture(typeof(SellerPortal.Tests.Support.PostgresHost))]

namespace SellerPortal.Tests.Support;

/// <summary>
/// The whole portal on a PostgreSQL database: one for the run, begun when the first test asks for it. Tests make sellers
/// of their own and so do not see each other.
/// </summary>
public sealed class PostgresHost : IAsyncDisposable
{
    private readonly Lazy<Task<TestHost>> host = new(BeginAsync);

    /// <summary>The host; only where <see cref="TestDatabase.WhyNoPostgres"/> is null.</summary>
    public Task<TestHost> GetAsync() => host.Value;

    public async ValueTask DisposeAsync()
    {
        if (host.IsValueCreated) await (await host.Value).DisposeAsync();
    }

    private static async Task<TestHost> BeginAsync()
    {
        var begun = new TestHost { Postgres = await TestDatabase.NewPostgresAsync() };
        _ = begun.Services;
        return begun;
    }
}
