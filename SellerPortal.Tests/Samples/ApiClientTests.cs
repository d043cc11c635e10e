using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Samples;

/// <summary>The samples of clients, against a portal that runs as its own process.</summary>
public sealed class ApiClientTests(ApiClientTests.Portal portal) : IClassFixture<ApiClientTests.Portal>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Samples { get; } = Path.Combine(Path.GetDirectoryName(Sources.Portal)!, "samples");

    [ToolTheory("dotnet")]
    [InlineData(true)]
    [InlineData(false)]
    public Task Program_AsPartnerOrWithAKey_BooksAndFetchesTheLabel(bool partner) => JourneyAsync(partner, "dotnet", Path.Combine(AppContext.BaseDirectory, "ApiClient.dll"));

    [ToolTheory("sh curl grep")]
    [InlineData(true)]
    [InlineData(false)]
    public Task Script_AsPartnerOrWithAKey_BooksAndFetchesTheLabel(bool partner) => JourneyAsync(partner, "sh", Path.Combine(Samples, "api-client.sh"));

    private async Task JourneyAsync(bool partner, string program, string client)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("portal-label-").FullName, "label.pdf");
        var access = partner ? await portal.PartnerAsync() : await portal.KeyAsync();
        var output = await Tool.RunAsync(program, new Dictionary<string, string>(access) { ["PORTAL_URL"] = portal.Address.ToString(), ["PORTAL_WAIT"] = "60" }, client, file);
        Assert.Equal(partner, output.Contains("Approved with customer id 700", StringComparison.Ordinal));
        Assert.Matches("Booked EE[0-9]{9}IN", output);
        Assert.Matches("EE[0-9]{9}IN is Booked", output);
        Assert.Equal("%PDF-", (await File.ReadAllTextAsync(file, Token))[..5]);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    /// <summary>The portal, and the hands of its admin.</summary>
    public sealed class Portal : IAsyncLifetime
    {
        private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        private TestDatabase? database;
        private PortalProcess? process;
        private readonly CancellationTokenSource stop = new();
        private Task approving = Task.CompletedTask;
        private long customers = 7_000_000_000;

        public Uri Address { get; private set; } = new("http://localhost");

        public async ValueTask InitializeAsync()
        {
            database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
            process = PortalProcess.Start(
                ("ConnectionStrings__Portal", database.ConnectionString),
                ("ArticleNumbers__DemoRanges", "true"));
            Address = await process.ReadyAsync();
            approving = ApproveAllAsync();
        }

        /// <summary>A partner's access.</summary>
        public async Task<IReadOnlyDictionary<string, string>> PartnerAsync()
        {
            var (stored, secret) = Partner.Admit("GeM", ApiScopes.OfPartners.ToHashSet(), Guid.CreateVersion7(), Made);
            await using var context = database!.CreateDbContext();
            context.Partners.Add(stored);
            await context.SaveChangesAsync(Token);
            return new Dictionary<string, string> { ["PORTAL_CLIENT_ID"] = stored.ClientId, ["PORTAL_CLIENT_SECRET"] = secret };
        }

        /// <summary>The key of an approved seller.</summary>
        public async Task<IReadOnlyDictionary<string, string>> KeyAsync()
        {
            await using var context = database!.CreateDbContext();
            var (seller, _) = await TestSellers.ApprovedAsync(context);
            return new Dictionary<string, string> { ["PORTAL_KEY"] = await TestKeys.AddAsync(context, ApiScopes.OfSellers, seller.Id) };
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await approving;
            stop.Dispose();
            if (process is not null) await process.DisposeAsync();
            if (database is not null) await database.DisposeAsync();
        }

        /// <summary>Approves whoever registers.</summary>
        private async Task ApproveAllAsync()
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            try
            {
                while (await timer.WaitForNextTickAsync(stop.Token))
                {
                    await using var context = database!.CreateDbContext();
                    foreach (var seller in await context.Sellers.Where(seller => seller.Status == SellerStatus.Pending).ToListAsync(stop.Token))
                    {
                        seller.Approve((++customers).ToString(System.Globalization.CultureInfo.InvariantCulture), contractNumber: null, Made);
                    }

                    await context.SaveChangesAsync(stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // The tests are over.
            }
        }
    }
}
