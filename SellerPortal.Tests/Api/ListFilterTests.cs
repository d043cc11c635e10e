using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>Lists show what is asked for, and refuse what they cannot read.</summary>
public sealed class ListFilterTests(TestHost sqlite, PostgresHost postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Manifests_ByStateAndDay_AreThoseOfTheState(DatabaseKind kind)
    {
        using var world = await ApiWorld.CreateAsync(await HostAsync(kind));
        var (open, closed, old) = (await OpenAsync(world), await OpenAsync(world), await OpenAsync(world));
        (await world.PostAsync($"/api/v1/manifests/{closed}/closure", body: null)).Expect(HttpStatusCode.OK);
        var today = DateOnly.Parse((await world.GetAsync($"/api/v1/manifests/{open}")).Json["day"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        await using (var database = world.Host.Database())
        {
            await database.Manifests.Where(manifest => manifest.Id == new SellerPortal.Domain.ManifestId(old))
                .ExecuteUpdateAsync(set => set.SetProperty(manifest => manifest.Day, today.AddDays(-2)).SetProperty(manifest => manifest.ClosedAt, DateTimeOffset.UnixEpoch.AddYears(50)), Token);
        }

        Assert.Equal([open], await IdsAsync(world, "?state=Open"));
        Assert.Equal([old, closed], await IdsAsync(world, "?state=Closed"));
        Assert.Equal([closed, open], await IdsAsync(world, $"?from={today:yyyy-MM-dd}"));
        Assert.Equal([old], await IdsAsync(world, $"?to={today.AddDays(-1):yyyy-MM-dd}"));
        Assert.Equal([old], await IdsAsync(world, $"?state=Closed&from={today.AddDays(-2):yyyy-MM-dd}&to={today.AddDays(-2):yyyy-MM-dd}&limit=1"));
        Assert.Equal([], await IdsAsync(world, $"?from={today:yyyy-MM-dd}&to={today.AddDays(-1):yyyy-MM-dd}"));
        (await world.GetAsync("/api/v1/manifests?state=open")).ExpectFault("?state", "unknown_value");
        (await world.GetAsync("/api/v1/manifests?from=today")).ExpectFault("?from", "unknown_value");
        (await world.GetAsync("/api/v1/manifests?to=2026-02-30")).ExpectFault("?to", "unknown_value");
    }

    [Theory, EachDatabase]
    public async Task Sellers_ByTheirIdOnGem_AreThatOne(DatabaseKind kind)
    {
        var host = await HostAsync(kind);
        await using var world = new ContractWorld(host);
        await world.InitializeAsync();
        var (one, other) = (await RegisterAsync(world), await RegisterAsync(world));
        Assert.NotEqual(one, other);
        Assert.Equal([one], await SellersAsync(world.Partner, $"?gemSellerId={one}"));
        Assert.Equal([one], await SellersAsync(world.Partner, $"?gemSellerId={one.ToLowerInvariant()}&status=Pending"));
        Assert.Equal([], await SellersAsync(world.Partner, $"?gemSellerId={one}&status=Rejected"));
        Assert.Equal([], await SellersAsync(world.Partner, "?gemSellerId=GEM-NONE"));
    }

    private static async Task<string> RegisterAsync(ContractWorld world)
    {
        var id = await world.RegisteredAsync();
        using var response = await world.Partner.GetAsync($"/api/v1/sellers/{id}", Token);
        return (await ApiAnswer.OfAsync(response)).Expect(HttpStatusCode.OK)["gemSellerId"]!.ToString();
    }

    private static async Task<IEnumerable<string>> SellersAsync(HttpClient partner, string query)
    {
        using var response = await partner.GetAsync($"/api/v1/sellers{query}", Token);
        return (await ApiAnswer.OfAsync(response)).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(seller => seller!["gemSellerId"]!.ToString()).ToList();
    }

    private static async Task<Guid> OpenAsync(ApiWorld world) =>
        (await world.PostAsync("/api/v1/manifests", new JsonObject { ["shipments"] = new JsonArray(await world.BookAsync()) })).Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();

    /// <summary>The ids in the order of opening, the newest first, as the list gives them.</summary>
    private static async Task<IEnumerable<Guid>> IdsAsync(ApiWorld world, string query) =>
        (await world.GetAsync($"/api/v1/manifests{query}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(manifest => manifest!["id"]!.GetValue<Guid>()).ToList();

    private async Task<TestHost> HostAsync(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? sqlite : await postgres.GetAsync();
}
