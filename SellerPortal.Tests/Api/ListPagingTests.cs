using System.Net;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>Every list of the API, page by page: entries of one instant, entries that are added, and entries that leave the filter meanwhile.</summary>
public sealed class ListPagingTests(TestHost shared, PostgresHost postgres)
{
    private const int Count = 40;
    private static readonly DateTimeOffset At = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Pages_OfEveryList_ShowEachEntryOnceInItsOrder(DatabaseKind kind)
    {
        var host = kind == DatabaseKind.Sqlite ? shared : await postgres.GetAsync();
        using var world = await ApiWorld.CreateAsync(host);
        await ShipmentsAsync(host, world);
        await PickupsAsync(host, world);
        await ManifestsAsync(host, world);
        await DeliveriesAsync(host, world);
        await SellersAsync(host);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1795000000000000-50")]
    [InlineData("1795000000000000-01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("1795000000000000-01890a5dac96774bbcceb302099a805")]
    [InlineData("-1-01890a5dac96774bbcceb302099a8057")]
    [InlineData("99999999999999999999-01890a5dac96774bbcceb302099a8057")]
    [InlineData("")]
    public async Task Cursor_ThatNoPageGave_IsRefused(string cursor)
    {
        using var world = await ApiWorld.CreateAsync(shared);
        var hook = (await world.PostAsync("/api/v1/webhooks", new System.Text.Json.Nodes.JsonObject { ["url"] = "https://hooks.example.org/in" })).Location;
        foreach (var list in new[] { "/api/v1/shipments", "/api/v1/pickups", "/api/v1/manifests", $"{hook}/deliveries" })
        {
            (await world.GetAsync($"{list}?cursor={cursor}")).ExpectFault("?cursor", "unknown_value");
        }

        var (_, client) = await PartnerCalls.PartnerAsync(shared);
        using var partner = client;
        using var sellers = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/sellers?cursor={cursor}");
        (await PartnerCalls.SendAsync(partner, sellers)).ExpectFault("?cursor", "unknown_value");
    }

    [Fact]
    public async Task Cursor_OfAnEntryThatIsNotTheSellers_GoesOnFromItsInstant()
    {
        using var world = await ApiWorld.CreateAsync(shared);
        await using var database = shared.Database();
        var mine = await TestShipments.BookAsync(database, world.Seller.Id, bookedAt: At);
        var place = new ListPlace(At.AddMinutes(1), Guid.CreateVersion7());
        var items = (await world.GetAsync($"/api/v1/shipments?cursor={place}")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        Assert.Equal(mine.Id.Value, Assert.Single(items)!["id"]!.GetValue<Guid>());
    }

    private static async Task ShipmentsAsync(TestHost host, ApiWorld world)
    {
        var all = Enumerable.Range(0, Count).Select(i => TestShipments.New(world.Seller.Id, bookedAt: InstantOf(i))).ToList();
        await AddAsync(host, all);
        Assert.Equal(InOrder(all, one => one.BookedAt, one => one.Id.Value), await WalkAsync(host, world.GetAsync, "/api/v1/shipments?tile=ToPrint&limit=7", async (database, shown) =>
        {
            var ids = shown.Select(id => new ShipmentId(Guid.Parse(id))).ToList();
            await database.Shipments.Where(shipment => ids.Contains(shipment.Id)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.LabelPrints, 1), Token);
            await AddAsync(host, [TestShipments.New(world.Seller.Id, bookedAt: At.AddDays(1))]);
        }));
    }

    private static async Task PickupsAsync(TestHost host, ApiWorld world)
    {
        var office = RealDirectory.Value.OfficesOf(Pincode.FromNumber(482001)).First(office => office.IsBookable);
        var all = Enumerable.Range(0, Count).Select(i => New(InstantOf(i))).ToList();
        await AddAsync(host, all);
        Assert.Equal(InOrder(all, one => one.RequestedAt, one => one.Id.Value), await WalkAsync(host, world.GetAsync, "/api/v1/pickups?state=Requested&limit=7", async (database, shown) =>
        {
            var ids = shown.Select(id => new PickupId(Guid.Parse(id))).ToList();
            await database.Pickups.Where(pickup => ids.Contains(pickup.Id)).ExecuteUpdateAsync(set => set.SetProperty(pickup => pickup.State, PickupState.Cancelled), Token);
            await AddAsync(host, [New(At.AddDays(1))]);
        }));

        PickupRequest New(DateTimeOffset now) => PickupRequest.Request(
            new NewPickup { SellerId = world.Seller.Id, Key = Guid.CreateVersion7(), Address = TestSellers.Address(), Office = office, Time = new PickupTime(new DateOnly(2026, 11, 25), PickupSlot.Morning) }, by: null, now);
    }

    private static async Task ManifestsAsync(TestHost host, ApiWorld world)
    {
        var sequence = 0;
        var all = Enumerable.Range(0, Count).Select(i => New(InstantOf(i))).ToList();
        await AddAsync(host, all);
        Assert.Equal(InOrder(all, one => one.OpenedAt, one => one.Id.Value), await WalkAsync(host, world.GetAsync, "/api/v1/manifests?limit=7", (_, _) => AddAsync(host, [New(At.AddDays(1))])));

        Manifest New(DateTimeOffset now) => Manifest.Open(world.Seller.Id, ++sequence, Guid.Empty, now);
    }

    private static async Task DeliveriesAsync(TestHost host, ApiWorld world)
    {
        var made = await world.PostAsync("/api/v1/webhooks", new System.Text.Json.Nodes.JsonObject { ["url"] = "https://hooks.example.org/in", ["events"] = new System.Text.Json.Nodes.JsonArray("pickup.failed") });
        var hook = made.Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();
        var all = await DeliverAsync(Count);
        Assert.Equal(all.OrderDescending().Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture)), await WalkAsync(host, world.GetAsync, $"{made.Location}/deliveries?state=Pending", async (database, shown) =>
        {
            var ids = shown.Select(long.Parse).ToList();
            await database.WebhookDeliveries.Where(delivery => ids.Contains(delivery.Id)).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, WebhookDeliveryState.Dead), Token);
            await DeliverAsync(1);
        }));

        async Task<List<long>> DeliverAsync(int count)
        {
            await using var database = host.Database();
            var deliveries = new List<WebhookDelivery>();
            for (var i = 0; i < count; i++)
            {
                var message = WebhookMessage.Of(world.Seller.Id, WebhookEventTypes.PickupFailed, "{}", At);
                deliveries.Add(WebhookDelivery.Of(hook, message.Id, At.AddYears(20)));
                database.Add(message);
            }

            database.AddRange(deliveries);
            await database.SaveChangesAsync(Token);
            return deliveries.ConvertAll(delivery => delivery.Id);
        }
    }

    private static async Task SellersAsync(TestHost host)
    {
        var (access, client) = await PartnerCalls.PartnerAsync(host);
        using var partner = client;
        await using var database = host.Database();
        var partnerId = await database.Partners.Where(one => one.ClientId == access.ClientId).Select(one => one.Id).SingleAsync(Token);
        var all = Enumerable.Range(0, Count).Select(i => New(InstantOf(i))).ToList();
        await AddAsync(host, all);
        Assert.Equal(InOrder(all, one => one.RegisteredAt, one => one.Id.Value), await WalkAsync(host, GetAsync, "/api/v1/sellers?status=Pending&limit=7", async (changed, shown) =>
        {
            var ids = shown.Select(id => new SellerId(Guid.Parse(id))).ToList();
            await changed.Sellers.Where(seller => ids.Contains(seller.Id)).ExecuteUpdateAsync(set => set.SetProperty(seller => seller.Status, SellerStatus.Rejected), Token);
            await AddAsync(host, [New(At.AddDays(1))]);
        }));

        Seller New(DateTimeOffset now) => Seller.Register(SellerId.New(now), TestSellers.Registration("Narmada Crafts"), now, partnerId);

        async Task<ApiAnswer> GetAsync(string url)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            return await PartnerCalls.SendAsync(partner, request);
        }
    }

    /// <summary>Most share an instant, as the parcels of a batch do; a page begins and ends among them.</summary>
    private static DateTimeOffset InstantOf(int i) => i < 30 ? At : At.AddSeconds(i - 35);

    private static IEnumerable<string> InOrder<T>(IEnumerable<T> all, Func<T, DateTimeOffset> at, Func<T, Guid> id) =>
        all.OrderByDescending(at).ThenByDescending(id).Select(one => id(one).ToString());

    private static async Task AddAsync<T>(TestHost host, IEnumerable<T> entries)
        where T : class
    {
        await using var database = host.Database();
        database.AddRange(entries);
        await database.SaveChangesAsync(Token);
    }

    /// <summary>The ids on all pages, with something done after each.</summary>
    private static async Task<List<string>> WalkAsync(TestHost host, Func<string, Task<ApiAnswer>> get, string url, Func<PortalDbContext, IReadOnlyList<string>, Task> meanwhile)
    {
        var met = new List<string>();
        string? next = null;
        do
        {
            var page = (await get(next is null ? url : $"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={next}")).Expect(HttpStatusCode.OK);
            List<string> shown = [.. page["items"]!.AsArray().Select(item => item!["id"]!.ToString())];
            met.AddRange(shown);
            next = page["next"]?.GetValue<string>();
            await using var database = host.Database();
            await meanwhile(database, shown);
        }
        while (next is not null && met.Count < 10 * Count);
        return met;
    }
}
