using System.Net;
using System.Text.Json.Nodes;
using SellerPortal.Domain.Sellers;
using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;
using UglyToad.PdfPig;

namespace SellerPortal.Tests.Api;

/// <summary>What a seller has on pages and its system can ask for: declarations, pickup locations, repeating pickups.</summary>
public sealed class SellerResourcesTests(ContractWorlds worlds) : IClassFixture<ContractWorlds>
{
    private static readonly DateTimeOffset Made = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Declarations_OfAParcelAndOfAManifest_ArePdfsOfTheSellerAlone(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        Guid[] parcels = [await world.Seller.BookAsync(), await world.Seller.BookAsync(), await world.Seller.BookAsync()];
        var manifest = await world.Seller.PostAsync("/api/v1/manifests", new JsonObject { ["shipments"] = new JsonArray([.. parcels.Select(id => JsonValue.Create(id))]) });
        manifest.Expect(HttpStatusCode.Created);
        Assert.Equal(1, await PagesAsync(world.Seller, $"/api/v1/shipments/{parcels[0]}/declaration"));

        // Two forms stand on a sheet.
        Assert.Equal(2, await PagesAsync(world.Seller, $"{manifest.Location}/declarations"));
        foreach (var shipment in parcels) await world.Seller.SendAsync(HttpMethod.Delete, $"{manifest.Location}/shipments/{shipment}", body: null, key: null);
        (await world.Seller.GetAsync($"{manifest.Location}/declarations")).ExpectProblem(HttpStatusCode.Conflict, "manifest_empty");
        using var other = await ApiWorld.CreateAsync(world.Seller.Host);
        (await other.GetAsync($"/api/v1/shipments/{parcels[0]}/declaration")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await other.GetAsync($"{manifest.Location}/declarations")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Theory, EachDatabase]
    public async Task PickupLocations_OfASeller_AreListedPageByPage(DatabaseKind kind)
    {
        using var seller = await ApiWorld.CreateAsync((await worlds.OfAsync(kind)).Seller.Host);
        await using (var database = seller.Host.Database())
        {
            database.PickupLocations.AddRange(
                PickupLocation.Of(Guid.CreateVersion7(Made), seller.Seller.Id, "Raipur godown", TestSellers.Address("492001")),
                PickupLocation.Of(Guid.CreateVersion7(Made.AddDays(1)), seller.Seller.Id, "Bhopal shop", TestSellers.Address("462001")));
            await database.SaveChangesAsync(Token);
        }

        var all = (await seller.GetAsync("/api/v1/pickup-locations")).Expect(HttpStatusCode.OK);
        var items = all["items"]!.AsArray();
        Assert.Equal(["Bhopal shop", "Raipur godown"], items.Where(location => !location!["default"]!.GetValue<bool>()).Select(location => location!["name"]!.ToString()));
        Assert.Equal(seller.Seller.Id.ToString(), Assert.Single(items, location => location!["default"]!.GetValue<bool>())!["id"]!.ToString());
        Assert.Equal("462001", items.Single(location => location!["name"]!.ToString() == "Bhopal shop")!["address"]!["pincode"]!.ToString());
        Assert.Null(all["next"]);
        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = (await seller.GetAsync($"/api/v1/pickup-locations?limit=1{cursor}")).Expect(HttpStatusCode.OK);
            seen.Add(Assert.Single(page["items"]!.AsArray())!["id"]!.ToString());
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(all["items"]!.AsArray().Select(location => location!["id"]!.ToString()), seen);
        (await seller.GetAsync("/api/v1/pickup-locations?cursor=abc")).ExpectFault("?cursor", "unknown_value");
        (await seller.GetAsync("/api/v1/pickup-locations?limit=0")).ExpectFault("?limit", "out_of_range");
        var parcel = ApiWorld.Parcel();
        parcel["pickupLocationId"] = seen[0];
        (await seller.PostAsync("/api/v1/shipments", parcel)).Expect(HttpStatusCode.Created);
    }

    [Theory, EachDatabase]
    public async Task Repeats_BegunAndEnded_AreOnesOwn(DatabaseKind kind)
    {
        using var seller = await ApiWorld.CreateAsync((await worlds.OfAsync(kind)).Seller.Host);
        const string Url = "/api/v1/pickups/repeats";
        var wish = new JsonObject { ["weekdays"] = new JsonArray("Monday", "Thursday"), ["slot"] = "Afternoon" };
        var begun = await seller.PostAsync(Url, wish, "r");
        var id = begun.Expect(HttpStatusCode.Created)["id"]!.ToString();
        Assert.Equal(begun.Text, (await seller.PostAsync(Url, wish, "r")).Text);
        Assert.Equal(id, (await seller.PostAsync(Url, wish.DeepClone(), "another")).Expect(HttpStatusCode.Created)["id"]!.ToString());
        var read = Assert.Single((await seller.GetAsync(Url)).Expect(HttpStatusCode.OK)["items"]!.AsArray())!;
        Assert.Equal(["Monday", "Thursday"], read["weekdays"]!.AsArray().Select(day => day!.ToString()));
        Assert.Equal(("Afternoon", "Active"), (read["slot"]!.ToString(), read["state"]!.ToString()));
        (await seller.PostAsync(Url, new JsonObject { ["weekdays"] = new JsonArray("Sunday"), ["slot"] = "Afternoon" })).ExpectFault("/weekdays/0", "wrong_type");
        (await seller.PostAsync(Url, new JsonObject { ["weekdays"] = new JsonArray(), ["slot"] = "Afternoon" })).ExpectFault("/weekdays", "too_few");
        (await seller.PostAsync(Url, new JsonObject { ["weekdays"] = new JsonArray("Monday"), ["slot"] = "Afternoon", ["pickupLocation"] = "Nowhere" })).ExpectFault("/pickupLocation", "unknown_value");
        using var other = await ApiWorld.CreateAsync(seller.Host);
        (await other.SendAsync(HttpMethod.Delete, $"{Url}/{id}", body: null, key: null)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(HttpStatusCode.NoContent, (await seller.SendAsync(HttpMethod.Delete, $"{Url}/{id}", body: null, key: null)).Status);
        Assert.Empty((await seller.GetAsync(Url)).Json["items"]!.AsArray());
    }

    private static async Task<int> PagesAsync(ApiWorld seller, string url)
    {
        using var response = await seller.Client.GetAsync(url, Token);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync(Token));
        return pdf.NumberOfPages;
    }
}
