using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>The ids of another seller's things within a body are as unknown as they are in an address.</summary>
public sealed class ForeignIdsTests(TestHost sqlite, PostgresHost postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Bodies_WithIdsOfAnotherSeller_FindNothing(DatabaseKind kind)
    {
        var host = kind == DatabaseKind.Sqlite ? sqlite : await postgres.GetAsync();
        using var world = await ApiWorld.CreateAsync(host);
        using var other = await ApiWorld.CreateAsync(host);
        await world.BookAsync();
        var theirs = await other.InStatusAsync(ShipmentStatus.Delivered);
        var waiting = await other.BookAsync();
        (await world.PostAsync("/api/v1/labels", Of(waiting))).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await world.PostAsync("/api/v1/manifests", Of(waiting))).ExpectProblem(HttpStatusCode.Conflict, "manifest_nothing_free");
        var pickup = Of(waiting);
        foreach (var (name, value) in (await world.PostAsync("/api/v1/pickups", new JsonObject { ["day"] = "2020-01-01", ["slot"] = "Morning" })).Expect(HttpStatusCode.Conflict)["next"]!.AsObject()) pickup[name] = value!.DeepClone();
        (await world.PostAsync("/api/v1/pickups", pickup)).ExpectProblem(HttpStatusCode.Conflict, "pickup_too_few_parcels");

        var back = ApiWorld.Parcel();
        back["returnOf"] = theirs;
        (await world.PostAsync("/api/v1/shipments", back)).ExpectProblem(HttpStatusCode.Conflict, "return_not_found");
        var sent = ApiWorld.Parcel();
        sent["pickupLocationId"] = await LocationAsync(other);
        (await world.PostAsync("/api/v1/shipments", sent)).ExpectFault("/pickupLocationId", "location_unknown");
        foreach (var parcel in new[] { back, sent })
        {
            var results = (await world.PostAsync("/api/v1/shipments/batch", new JsonObject { ["shipments"] = new JsonArray(parcel.DeepClone()) })).Expect(HttpStatusCode.OK)["results"]!;
            Assert.Equal("Refused", results[0]!["outcome"]!.GetValue<string>());
        }

        await using var database = host.Database();
        var untouched = await database.Shipments.AsNoTracking().SingleAsync(shipment => shipment.Id == new ShipmentId(waiting), Token);
        Assert.Equal((null, null), (untouched.ManifestId, untouched.PickupId));
        Assert.Equal(1, await database.Shipments.CountAsync(shipment => shipment.SellerId == world.Seller.Id, Token));

        static JsonObject Of(Guid shipment) => new() { ["shipments"] = new JsonArray(shipment) };
    }

    private static async Task<Guid> LocationAsync(ApiWorld owner)
    {
        await using var database = owner.Host.Database();
        var location = PickupLocation.Of(Guid.CreateVersion7(), owner.Seller.Id, "Raipur godown", TestSellers.Address("492001"));
        database.PickupLocations.Add(location);
        await database.SaveChangesAsync(Token);
        return location.Id;
    }
}
