using System.Net;
using System.Text.Json.Nodes;
using SellerPortal.Domain.Sellers;
using SellerPortal.Tests.Support;
using UglyToad.PdfPig;

namespace SellerPortal.Tests.Api;

public sealed class HandOverApiTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "application/pdf", "%PDF")]
    [InlineData("?format=4x6&as=zpl&dpi=300", "application/vnd.zebra-zpl", "^XA")]
    public async Task Label_OfAShipment_IsThePaperAskedFor(string query, string type, string start)
    {
        using var world = await ApiWorld.CreateAsync(host);
        var id = await world.BookAsync();
        var answer = await world.GetAsync($"/api/v1/shipments/{id}/label{query}");
        Assert.Equal((HttpStatusCode.OK, type), (answer.Status, answer.ContentType));
        Assert.StartsWith(start, answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await world.GetAsync($"/api/v1/shipments/{id}")).Json["labelPrints"]!.GetValue<int>());
        (await world.GetAsync($"/api/v1/shipments/{id}/label?format=a0")).ExpectProblem(HttpStatusCode.BadRequest, "invalid");
    }

    [Fact]
    public async Task Label_OnAnA4Sheet_StandsAtTheFirstPlaceUnlessAnotherIsNamed()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var id = await world.BookAsync();
        foreach (var (query, left, above) in new[] { ("", true, true), ("&start=4", false, false), ("", true, true) })
        {
            using var pdf = PdfDocument.Open(await world.Client.GetByteArrayAsync($"/api/v1/shipments/{id}/label?format=a4{query}", Token));
            var page = pdf.GetPage(1);
            Assert.All(page.Letters, letter => Assert.Equal((left, above), (letter.StartBaseLine.X < page.Width / 2, letter.StartBaseLine.Y > page.Height / 2)));
        }
    }

    [Fact]
    public async Task Labels_InOneFile_AreOrderedOnceAndFetched()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var order = new JsonObject { ["shipments"] = new JsonArray(await world.BookAsync(), await world.BookAsync()), ["format"] = "a4", ["start"] = 3 };
        var ordered = await world.PostAsync("/api/v1/labels", order, "file");
        ordered.Expect(HttpStatusCode.Accepted);
        Assert.Equal(ordered.Text, (await world.PostAsync("/api/v1/labels", order, "file")).Text);
        var state = await world.GetAsync(ordered.Location!);
        for (var i = 0; i < 200 && state.Expect(HttpStatusCode.OK)["status"]!.GetValue<string>() != "Ready"; i++)
        {
            await Task.Delay(50, Token);
            state = await world.GetAsync(ordered.Location!);
        }

        Assert.Equal(2, state.Json["done"]!.GetValue<int>());
        Assert.StartsWith("%PDF", (await world.GetAsync($"{ordered.Location}/file")).Text, StringComparison.Ordinal);
        using var other = await ApiWorld.CreateAsync(host);
        (await other.GetAsync(ordered.Location!)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await other.GetAsync($"{ordered.Location}/file")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Pickup_AskedMovedAndCalledOff_IsAsItSays()
    {
        using var world = await ApiWorld.CreateAsync(host);
        await world.BookAsync();
        var past = (await world.PostAsync("/api/v1/pickups", new JsonObject { ["day"] = "2020-01-01", ["slot"] = "Morning" })).ExpectProblem(HttpStatusCode.Conflict, "pickup_past");
        var next = past["next"]!;
        var wish = new JsonObject { ["day"] = next["day"]!.DeepClone(), ["slot"] = next["slot"]!.DeepClone() };
        var asked = await world.PostAsync("/api/v1/pickups", wish, "p");
        var pickup = asked.Expect(HttpStatusCode.Created);
        Assert.Equal(("Requested", 1), (pickup["state"]!.GetValue<string>(), pickup["parcels"]!.GetValue<int>()));
        Assert.Equal(asked.Text, (await world.PostAsync("/api/v1/pickups", wish, "p")).Text);
        Assert.Equal(pickup["id"]!.GetValue<Guid>(), Assert.Single((await world.GetAsync("/api/v1/pickups?state=Requested")).Json["items"]!.AsArray())!["id"]!.GetValue<Guid>());

        using var other = await ApiWorld.CreateAsync(host);
        (await other.GetAsync(asked.Location!)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await world.SendAsync(HttpMethod.Patch, asked.Location!, wish.DeepClone(), key: null, "\"00000000000000000000000000000001\"")).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        (await world.SendAsync(HttpMethod.Patch, asked.Location!, wish.DeepClone(), key: null, asked.ETag)).Expect(HttpStatusCode.OK);
        (await world.PostAsync($"{asked.Location}/cancellation", new JsonObject { ["reason"] = " " })).ExpectFault("/reason", "missing");
        Assert.Equal("Cancelled", (await world.PostAsync($"{asked.Location}/cancellation", new JsonObject { ["reason"] = "Closed for the day" })).Expect(HttpStatusCode.OK)["state"]!.GetValue<string>());
        (await world.SendAsync(HttpMethod.Patch, asked.Location!, wish.DeepClone(), key: null)).ExpectProblem(HttpStatusCode.Conflict, "pickup_not_possible");
    }

    [Fact]
    public async Task Pickup_OfAnOfficeWithAgents_NamesWhoComes()
    {
        using var world = await ApiWorld.CreateAsync(host);
        await using var database = host.Database();
        database.PickupAgents.Add(TestAgents.New("Lakshmi <Rao>", "9826010901", "560001"));
        var location = PickupLocation.Of(Guid.CreateVersion7(), world.Seller.Id, "Bengaluru", TestSellers.Address("560001") with { Line1 = "12 Residency Road" });
        database.PickupLocations.Add(location);
        await database.SaveChangesAsync(Token);
        var parcel = ApiWorld.Parcel();
        parcel["pickupLocationId"] = location.Id.ToString();
        (await world.PostAsync("/api/v1/shipments", parcel)).Expect(HttpStatusCode.Created);
        var past = (await world.PostAsync("/api/v1/pickups", new JsonObject { ["day"] = "2020-01-01", ["slot"] = "Morning", ["pickupLocation"] = "Bengaluru" })).ExpectProblem(HttpStatusCode.Conflict, "pickup_past");
        var wish = new JsonObject { ["day"] = past["next"]!["day"]!.DeepClone(), ["slot"] = past["next"]!["slot"]!.DeepClone(), ["pickupLocation"] = "Bengaluru" };
        var asked = await world.PostAsync("/api/v1/pickups", wish);
        foreach (var answer in new[] { asked.Expect(HttpStatusCode.Created), (await world.GetAsync(asked.Location!)).Json, (await world.GetAsync("/api/v1/pickups")).Json["items"]!.AsArray()[0]! })
        {
            Assert.Equal(("Lakshmi <Rao>", "9826010901"), (answer["agent"]!["name"]!.GetValue<string>(), answer["agent"]!["mobile"]!.GetValue<string>()));
        }

        wish.Remove("pickupLocation");
        wish["agent"] = new JsonObject { ["name"] = "Mine" };
        (await world.SendAsync(HttpMethod.Patch, asked.Location!, wish, key: null)).Expect(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Pickup_OfNamedParcels_ListsThoseLeftOut()
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var other = await ApiWorld.CreateAsync(host);
        var (mine, theirs, unknown) = ((await world.BookAsync()).ToString(), (await other.BookAsync()).ToString(), Guid.CreateVersion7().ToString());
        var past = (await world.PostAsync("/api/v1/pickups", new JsonObject { ["day"] = "2020-01-01", ["slot"] = "Morning" })).ExpectProblem(HttpStatusCode.Conflict, "pickup_past");
        JsonObject Wish(params string[] ids) => new()
        {
            ["day"] = past["next"]!["day"]!.DeepClone(),
            ["slot"] = past["next"]!["slot"]!.DeepClone(),
            ["shipments"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]),
        };

        var none = (await world.PostAsync("/api/v1/pickups", Wish(theirs, unknown))).ExpectProblem(HttpStatusCode.Conflict, "pickup_too_few_parcels");
        Assert.Equal([(theirs, "Unknown"), (unknown, "Unknown")], LeftOut(none));
        var asked = await world.PostAsync("/api/v1/pickups", Wish(mine, theirs, unknown));
        Assert.Equal([(theirs, "Unknown"), (unknown, "Unknown")], LeftOut(asked.Expect(HttpStatusCode.Created)));
        Assert.Null((await world.GetAsync(asked.Location!)).Json["leftOut"]);
        Assert.Equal([(mine, "OnAnotherPickup")], LeftOut((await world.PostAsync("/api/v1/pickups", Wish(mine))).ExpectProblem(HttpStatusCode.Conflict, "pickup_too_few_parcels")));

        static IEnumerable<(string Shipment, string Reason)> LeftOut(JsonNode answer) =>
            answer["leftOut"]!.AsArray().Select(parcel => (parcel!["shipment"]!.GetValue<string>(), parcel["reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Pickup_AtALocation_IsNamedByIdOrNameAndIsOnesOwn()
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var other = await ApiWorld.CreateAsync(host);
        var (mine, theirs) = (await AddAsync(world), await AddAsync(other));
        await world.PostAsync("/api/v1/shipments", AtLocation(ApiWorld.Parcel(), "pickupLocationId", mine));
        var past = (await world.PostAsync("/api/v1/pickups", new JsonObject { ["day"] = "2020-01-01", ["slot"] = "Morning", ["pickupLocation"] = "raipur GODOWN " })).ExpectProblem(HttpStatusCode.Conflict, "pickup_past");
        var wish = new JsonObject { ["day"] = past["next"]!["day"]!.DeepClone(), ["slot"] = past["next"]!["slot"]!.DeepClone() };
        foreach (var unknown in new[] { theirs.ToString(), Guid.CreateVersion7().ToString(), "Nowhere" })
        {
            (await world.PostAsync("/api/v1/pickups", AtLocation(wish, "pickupLocation", unknown))).ExpectFault("/pickupLocation", "unknown_value");
        }

        var slots = (await world.GetAsync($"/api/v1/pickups/slots?pickupLocation={mine}")).Expect(HttpStatusCode.OK);
        Assert.Equal(("492001", 1), (slots["officePincode"]!.GetValue<string>(), slots["waiting"]!.GetValue<int>()));
        Assert.Contains(slots["slots"]!.AsArray(), slot => slot!["free"]!.GetValue<bool>() && slot["day"]!.ToString() == wish["day"]!.ToString() && slot["slot"]!.ToString() == wish["slot"]!.ToString());
        Assert.Contains(slots["slots"]!.AsArray(), slot => slot!["reason"]?.ToString() == "sunday");
        Assert.Equal(0, (await world.GetAsync("/api/v1/pickups/slots")).Expect(HttpStatusCode.OK)["waiting"]!.GetValue<int>());
        (await world.GetAsync($"/api/v1/pickups/slots?pickupLocation={theirs}")).ExpectFault("?pickupLocation", "unknown_value");

        (await world.PostAsync("/api/v1/pickups", wish.DeepClone())).ExpectProblem(HttpStatusCode.Conflict, "pickup_too_few_parcels");
        var pickup = (await world.PostAsync("/api/v1/pickups", AtLocation(wish, "pickupLocation", mine))).Expect(HttpStatusCode.Created);
        Assert.Equal(("492001", 1), (pickup["address"]!["pincode"]!.GetValue<string>(), pickup["parcels"]!.GetValue<int>()));

        async Task<Guid> AddAsync(ApiWorld owner)
        {
            await using var database = host.Database();
            var location = PickupLocation.Of(Guid.CreateVersion7(), owner.Seller.Id, "Raipur godown", TestSellers.Address("492001") with { Line1 = "Shed 4, Siltara" });
            database.PickupLocations.Add(location);
            await database.SaveChangesAsync(Token);
            return location.Id;
        }

        static JsonObject AtLocation(JsonObject body, string name, object location)
        {
            var copy = body.DeepClone().AsObject();
            copy[name] = location.ToString();
            return copy;
        }
    }

    [Fact]
    public async Task Manifest_OpenedAndClosed_HoldsItsParcels()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var id = await world.BookAsync();
        var opened = await world.PostAsync("/api/v1/manifests", new JsonObject { ["shipments"] = new JsonArray(id) }, "m");
        Assert.Equal(1, opened.Expect(HttpStatusCode.Created)["parcels"]!.GetValue<int>());
        Assert.Equal(opened.Text, (await world.PostAsync("/api/v1/manifests", new JsonObject { ["shipments"] = new JsonArray(id) }, "m")).Text);
        (await world.PostAsync("/api/v1/manifests", new JsonObject())).ExpectProblem(HttpStatusCode.Conflict, "manifest_nothing_free");
        var closed = await world.PostAsync($"{opened.Location}/closure", body: null);
        Assert.NotNull(closed.Expect(HttpStatusCode.OK)["closedAt"]);
        Assert.StartsWith("%PDF", (await world.GetAsync($"{opened.Location}/pdf")).Text, StringComparison.Ordinal);
        Assert.Single((await world.GetAsync("/api/v1/manifests")).Json["items"]!.AsArray());
        using var other = await ApiWorld.CreateAsync(host);
        (await other.GetAsync(opened.Location!)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await other.PostAsync($"{opened.Location}/closure", body: null)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Manifest_WithParcelsThatCannotComeOnIt_SaysWhichAndWhy()
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var other = await ApiWorld.CreateAsync(host);
        var (free, listed, cancelled, foreign) = (await world.BookAsync(), await world.BookAsync(), await world.BookAsync(), await other.BookAsync());
        await world.PostAsync("/api/v1/manifests", Named(listed));
        await world.PostAsync($"/api/v1/shipments/{cancelled}/cancellation", new JsonObject());
        var answer = await world.PostAsync("/api/v1/manifests", Named(listed, free, cancelled, foreign, free), "m");
        var opened = answer.Expect(HttpStatusCode.Created);
        Assert.Equal(1, opened["parcels"]!.GetValue<int>());
        string[] expected = [$"{listed} Listed", $"{cancelled} Cancelled", $"{foreign} Unknown"];
        Assert.Equal(expected, LeftOut(opened));
        Assert.Equal(answer.Text, (await world.PostAsync("/api/v1/manifests", Named(listed, free, cancelled, foreign, free), "m")).Text);
        var refused = (await world.PostAsync("/api/v1/manifests", Named(listed, foreign))).ExpectProblem(HttpStatusCode.Conflict, "manifest_nothing_free");
        Assert.Equal([$"{listed} Listed", $"{foreign} Unknown"], LeftOut(refused));
        Assert.Null((await world.GetAsync(answer.Location!)).Json["leftOut"]);
    }

    [Fact]
    public async Task Manifest_WhileOpen_TakesParcelsAndGivesThemBack()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var (first, second) = (await world.BookAsync(), await world.BookAsync());
        var opened = await world.PostAsync("/api/v1/manifests", Named(first));
        Assert.Equal(opened.ETag, (await world.GetAsync(opened.Location!)).ETag);
        (await world.SendAsync(HttpMethod.Post, $"{opened.Location}/shipments", Named(second), Guid.CreateVersion7().ToString(), "\"00000000000000000000000000000001\""))
            .ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        var added = await world.SendAsync(HttpMethod.Post, $"{opened.Location}/shipments", Named(second, first), "add", opened.ETag);
        Assert.Equal(2, added.Expect(HttpStatusCode.OK)["parcels"]!.GetValue<int>());
        Assert.Empty(LeftOut(added.Json));
        Assert.NotEqual(opened.ETag, added.ETag);
        Assert.Equal(added.Text, (await world.SendAsync(HttpMethod.Post, $"{opened.Location}/shipments", Named(second, first), "add", opened.ETag)).Text);

        (await world.SendAsync(HttpMethod.Delete, $"{opened.Location}/shipments/{first}", body: null, key: null, opened.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        var taken = await world.SendAsync(HttpMethod.Delete, $"{opened.Location}/shipments/{first}", body: null, key: null, added.ETag);
        Assert.Equal(1, taken.Expect(HttpStatusCode.OK)["parcels"]!.GetValue<int>());
        (await world.SendAsync(HttpMethod.Delete, $"{opened.Location}/shipments/{first}", body: null, key: null)).ExpectProblem(HttpStatusCode.NotFound, "not_found");

        (await world.SendAsync(HttpMethod.Post, $"{opened.Location}/closure", body: null, Guid.CreateVersion7().ToString(), added.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        (await world.SendAsync(HttpMethod.Post, $"{opened.Location}/closure", body: null, Guid.CreateVersion7().ToString(), taken.ETag)).Expect(HttpStatusCode.OK);
        (await world.PostAsync($"{opened.Location}/shipments", Named(first))).ExpectProblem(HttpStatusCode.Conflict, "manifest_closed");
        (await world.SendAsync(HttpMethod.Delete, $"{opened.Location}/shipments/{second}", body: null, key: null)).ExpectProblem(HttpStatusCode.Conflict, "manifest_closed");
        using var other = await ApiWorld.CreateAsync(host);
        (await other.PostAsync($"{opened.Location}/shipments", Named(await other.BookAsync()))).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await other.SendAsync(HttpMethod.Delete, $"{opened.Location}/shipments/{second}", body: null, key: null)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("format", "a5", "/format", "labels_format_unknown")]
    [InlineData("dpi", 96, "/dpi", "labels_density_unknown")]
    [InlineData("language", "Zpl", "/language", "labels_no_sheets")]
    public async Task Labels_OnPaperThatIsNone_AreRefusedAsTheLabelOfOneIs(string member, object value, string pointer, string code)
    {
        using var world = await ApiWorld.CreateAsync(host);
        var order = Named(await world.BookAsync());
        order["format"] = "a4";
        order[member] = JsonValue.Create(value);
        (await world.PostAsync("/api/v1/labels", order)).ExpectFault(pointer, code);
    }

    [Fact]
    public async Task Unknown_Endpoint_IsAProblem()
    {
        using var client = host.Anonymous();
        using var response = await client.GetAsync("/api/v1/nothing", Token);
        (await ApiAnswer.OfAsync(response)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    private static JsonObject Named(params Guid[] shipments) => new() { ["shipments"] = new JsonArray([.. shipments.Select(id => JsonValue.Create(id))]) };

    private static IEnumerable<string> LeftOut(JsonNode answer) => answer["leftOut"]!.AsArray().Select(left => $"{left!["shipment"]} {left["reason"]}");
}
