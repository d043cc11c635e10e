using System.Net;
using System.Text.Json.Nodes;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>What names an ETag in If-Match is done to what has it, or refused with 412; of several that name the same one is done.</summary>
public sealed class IfMatchTests(ContractWorlds worlds) : IClassFixture<ContractWorlds>
{
    private const string Stale = "\"00000000000000000000000000000001\"";

    [Theory, EachDatabase]
    public async Task Manifest_FilledByManyWithOneETag_IsFilledByOne(DatabaseKind kind)
    {
        var seller = await SellerAsync(kind);
        var parcels = await BookAsync(seller, 6);
        var opened = await OpenAsync(seller, parcels[0]);
        var answers = await Task.WhenAll(parcels[1..].Select(parcel => SendAsync(seller, HttpMethod.Post, $"{opened.Location}/shipments", Named(parcel), opened.ETag)));
        OneIsDone(answers);
        Assert.Equal(2, (await seller.GetAsync(opened.Location!)).Json["parcels"]!.GetValue<int>());
    }

    [Theory, EachDatabase]
    public async Task Manifest_EmptiedByManyWithOneETag_GivesOneBack(DatabaseKind kind)
    {
        var seller = await SellerAsync(kind);
        var parcels = await BookAsync(seller, 5);
        var opened = await OpenAsync(seller, parcels);
        OneIsDone(await Task.WhenAll(parcels.Select(parcel => SendAsync(seller, HttpMethod.Delete, $"{opened.Location}/shipments/{parcel}", body: null, opened.ETag))));
        Assert.Equal(4, (await seller.GetAsync(opened.Location!)).Json["parcels"]!.GetValue<int>());
    }

    [Theory, EachDatabase]
    public async Task Manifest_ClosedByManyWithOneETag_IsClosedByOne(DatabaseKind kind)
    {
        var seller = await SellerAsync(kind);
        var opened = await OpenAsync(seller, await BookAsync(seller, 1));
        var closed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(seller, HttpMethod.Post, $"{opened.Location}/closure", body: null, opened.ETag)));
        OneIsDone(closed);
        var version = closed.Single(answer => answer.Status == HttpStatusCode.OK).ETag;
        (await SendAsync(seller, HttpMethod.Post, $"{opened.Location}/closure", body: null, version)).Expect(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task Manifest_ThatACancelledParcelLeft_HasAnotherETag(DatabaseKind kind)
    {
        var seller = await SellerAsync(kind);
        var parcels = await BookAsync(seller, 2);
        var opened = await OpenAsync(seller, parcels);
        (await seller.PostAsync($"/api/v1/shipments/{parcels[0]}/cancellation", new JsonObject())).Expect(HttpStatusCode.OK);
        var present = await seller.GetAsync(opened.Location!);
        Assert.Equal(1, present.Json["parcels"]!.GetValue<int>());
        Assert.NotEqual(opened.ETag, present.ETag);
        (await SendAsync(seller, HttpMethod.Post, $"{opened.Location}/closure", body: null, opened.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        (await SendAsync(seller, HttpMethod.Post, $"{opened.Location}/closure", body: null, present.ETag)).Expect(HttpStatusCode.OK);
    }

    [Theory, EachDatabase]
    public async Task Shipment_ChangedByManyWithOneETag_IsChangedByOne(DatabaseKind kind)
    {
        var seller = await SellerAsync(kind);
        var booked = await seller.PostAsync("/api/v1/shipments", ApiWorld.Parcel());
        var etag = (await seller.GetAsync(booked.Location!)).ETag;
        JsonObject[] changes =
        [
            new() { ["order"] = "ORD-2" }, new() { ["contents"] = "School maps" }, new() { ["invoice"] = "INV-2" }, new() { ["consignee"] = new JsonObject { ["mobile"] = "9826054322" } },
        ];
        OneIsDone(await Task.WhenAll(changes.Select(change => SendAsync(seller, HttpMethod.Patch, booked.Location!, change, etag))));
    }

    [Theory, EachDatabase]
    public async Task Shipment_Booked_TellsItsETagAndTellsItAgain(DatabaseKind kind)
    {
        var seller = await SellerAsync(kind);
        var key = Guid.CreateVersion7().ToString();
        var booked = await seller.PostAsync("/api/v1/shipments", ApiWorld.Parcel(), key);
        Assert.NotNull(booked.ETag);
        Assert.Equal(booked.ETag, (await seller.GetAsync(booked.Location!)).ETag);
        (await SendAsync(seller, HttpMethod.Patch, booked.Location!, new JsonObject { ["order"] = "ORD-2" }, booked.ETag)).Expect(HttpStatusCode.OK);
        var again = await seller.PostAsync("/api/v1/shipments", ApiWorld.Parcel(), key);
        Assert.Equal((booked.Text, booked.ETag), (again.Text, again.ETag));
        (await SendAsync(seller, HttpMethod.Patch, booked.Location!, new JsonObject { ["order"] = "ORD-3" }, again.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
    }

    [Theory, EachDatabase]
    public async Task Shipment_CancelledAsItWasRead_IsCancelledOnlyThen(DatabaseKind kind)
    {
        var seller = await SellerAsync(kind);
        var url = $"/api/v1/shipments/{await seller.BookAsync()}";
        (await SendAsync(seller, HttpMethod.Post, $"{url}/cancellation", new JsonObject(), Stale)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        var present = await seller.GetAsync(url);
        Assert.Equal("Booked", present.Json["status"]!.GetValue<string>());
        (await SendAsync(seller, HttpMethod.Post, $"{url}/cancellation", new JsonObject(), present.ETag)).Expect(HttpStatusCode.OK);
        (await SendAsync(seller, HttpMethod.Post, $"{url}/cancellation", new JsonObject(), present.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
    }

    [Theory, EachDatabase]
    public async Task Shipment_RecalledAndChangedWithOneETag_HasOneOfBoth(DatabaseKind kind)
    {
        var seller = await SellerAsync(kind);
        var url = $"/api/v1/shipments/{await seller.InStatusAsync(ShipmentStatus.InTransit)}";
        var etag = (await seller.GetAsync(url)).ETag;
        (await SendAsync(seller, HttpMethod.Post, $"{url}/cancellation", new JsonObject { ["recall"] = true }, Stale)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        OneIsDone(await Task.WhenAll(
            SendAsync(seller, HttpMethod.Post, $"{url}/cancellation", new JsonObject { ["recall"] = true }, etag),
            SendAsync(seller, HttpMethod.Patch, url, new JsonObject { ["order"] = "ORD-2" }, etag)));
    }

    [Theory, EachDatabase]
    public async Task Instruction_ForAnotherVersion_IsNotGiven(DatabaseKind kind)
    {
        var seller = await SellerAsync(kind);
        var url = $"/api/v1/shipments/{await seller.FailedAsync()}";
        var wish = new JsonObject { ["kind"] = "CorrectPhone", ["mobile"] = "9826054322" };
        (await SendAsync(seller, HttpMethod.Post, $"{url}/instructions", wish.DeepClone(), Stale)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        var read = await seller.GetAsync($"{url}/instructions");
        Assert.Empty(read.Json["items"]!.AsArray());
        Assert.Equal((await seller.GetAsync(url)).ETag, read.ETag);
        var given = await SendAsync(seller, HttpMethod.Post, $"{url}/instructions", wish.DeepClone(), read.ETag);
        given.Expect(HttpStatusCode.Created);
        Assert.NotEqual(read.ETag, given.ETag);
        Assert.Equal((await seller.GetAsync(url)).ETag, given.ETag);
        (await SendAsync(seller, HttpMethod.Post, $"{url}/instructions", new JsonObject { ["kind"] = "ReturnToSender" }, read.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
    }

    [Theory, EachDatabase]
    public async Task Pickup_CalledOffByManyWithOneETag_IsCalledOffByOne(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        var url = $"/api/v1/pickups/{await world.PickupAsync()}";
        var why = new JsonObject { ["reason"] = "Closed for the day" };
        (await SendAsync(world.Seller, HttpMethod.Post, $"{url}/cancellation", why.DeepClone(), Stale)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        var present = await world.Seller.GetAsync(url);
        Assert.Equal("Requested", present.Json["state"]!.GetValue<string>());
        OneIsDone(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(world.Seller, HttpMethod.Post, $"{url}/cancellation", why.DeepClone(), present.ETag))));
    }

    [Theory, EachDatabase]
    public async Task Webhook_RotatedByManyWithOneETag_IsRotatedByOne(DatabaseKind kind)
    {
        var world = await worlds.OfAsync(kind);
        var url = $"/api/v1/webhooks/{await world.WebhookAsync()}";
        (await SendAsync(world.Seller, HttpMethod.Post, $"{url}/rotation", body: null, Stale)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        var etag = (await world.Seller.GetAsync(url)).ETag;
        OneIsDone(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(world.Seller, HttpMethod.Post, $"{url}/rotation", body: null, etag))));
    }

    private static void OneIsDone(ApiAnswer[] answers)
    {
        Assert.Single(answers, answer => (int)answer.Status < 300);
        Assert.All(answers.Where(answer => (int)answer.Status >= 300), answer => answer.ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile"));
    }

    private static Task<ApiAnswer> SendAsync(ApiWorld seller, HttpMethod method, string url, JsonNode? body, string? ifMatch) =>
        seller.SendAsync(method, url, body, method == HttpMethod.Post ? Guid.CreateVersion7().ToString() : null, ifMatch);

    private static async Task<Guid[]> BookAsync(ApiWorld seller, int count)
    {
        var ids = new Guid[count];
        for (var i = 0; i < count; i++) ids[i] = await seller.BookAsync();
        return ids;
    }

    private static async Task<ApiAnswer> OpenAsync(ApiWorld seller, params Guid[] parcels)
    {
        var opened = await seller.PostAsync("/api/v1/manifests", Named(parcels));
        opened.Expect(HttpStatusCode.Created);
        return opened;
    }

    private static JsonObject Named(params Guid[] shipments) => new() { ["shipments"] = new JsonArray([.. shipments.Select(id => JsonValue.Create(id))]) };

    private async Task<ApiWorld> SellerAsync(DatabaseKind kind) => (await worlds.OfAsync(kind)).Seller;
}
