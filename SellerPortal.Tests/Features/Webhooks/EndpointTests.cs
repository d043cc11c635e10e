using System.Net;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks;
using SellerPortal.Features.Webhooks.Deliveries;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

public sealed class EndpointTests(TestHost host)
{
    private const string Url = "https://erp.example.in/india-post";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Create_ByAnOwner_GivesASecretThatIsKeptProtected(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, new WebhookOptions());
        var made = await world.AddAsync(Url, WebhookEventTypes.ShipmentDelivered, WebhookEventTypes.ShipmentBooked);
        var row = (await world.Read.OneAsync(world.Actor, made.Id, Token))!;
        Assert.Equal((Url, WebhookEndpointState.Enabled), (row.Url, row.State));
        Assert.Equal([WebhookEventTypes.ShipmentBooked, WebhookEventTypes.ShipmentDelivered], row.Chosen!);
        await using var database = world.Databases.CreateDbContext();
        var kept = await database.WebhookEndpoints.Select(endpoint => endpoint.Secret).SingleAsync(Token);
        Assert.DoesNotContain(made.Secret![6..], kept, StringComparison.Ordinal);
        Assert.Equal(made.Secret, world.Secrets.Unprotect(kept));
        Assert.InRange(kept.Length, 1, WebhookEndpoint.LongestSecret);
    }

    [Theory]
    [InlineData("", WebhookRefusal.UrlMissing)]
    [InlineData("erp.example.in", WebhookRefusal.UrlInvalid)]
    [InlineData("ftp://erp.example.in/x", WebhookRefusal.UrlInvalid)]
    [InlineData("file:///etc/passwd", WebhookRefusal.UrlInvalid)]
    [InlineData("https://user:pass@erp.example.in/", WebhookRefusal.UrlInvalid)]
    [InlineData("https://erp.example.in/#x", WebhookRefusal.UrlInvalid)]
    [InlineData("http://erp.example.in/", WebhookRefusal.NotHttps)]
    [InlineData("https://localhost/", WebhookRefusal.PrivateAddress)]
    [InlineData("https://db/", WebhookRefusal.PrivateAddress)]
    [InlineData("https://metadata.google.internal/", WebhookRefusal.PrivateAddress)]
    [InlineData("https://127.1/", WebhookRefusal.PrivateAddress)]
    [InlineData("https://169.254.169.254/latest/meta-data", WebhookRefusal.PrivateAddress)]
    [InlineData("https://[::1]/", WebhookRefusal.PrivateAddress)]
    [InlineData("https://[::ffff:10.0.0.1]/", WebhookRefusal.PrivateAddress)]
    [InlineData("https://[fe80::1%251]/", WebhookRefusal.PrivateAddress)]
    public async Task Create_WrongAddress_IsRefused(string url, WebhookRefusal reason)
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, new WebhookOptions());
        Assert.Equal(new WebhookResult.Refused(reason), await world.Create.ExecuteAsync(world.Actor, new WebhookWish(url, null), Token));
        Assert.Empty(await world.Read.ExecuteAsync(world.Actor, Token));
    }

    [Fact]
    public async Task Create_WrongChoiceOrTooLongOrTooMany_IsRefused()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, new WebhookOptions());
        async Task<WebhookRefusal> WhyAsync(string url, params string[]? events) =>
            Assert.IsType<WebhookResult.Refused>(await world.Create.ExecuteAsync(world.Actor, new WebhookWish(url, events), Token)).Reason;
        Assert.Equal(WebhookRefusal.NoEvents, await WhyAsync(Url, []));
        Assert.Equal(WebhookRefusal.UnknownEvent, await WhyAsync(Url, "shipment.lost"));
        Assert.Equal(WebhookRefusal.UnknownEvent, await WhyAsync(Url, WebhookEventTypes.Test));
        Assert.Equal(WebhookRefusal.UrlTooLong, await WhyAsync(Url + new string('x', WebhookEndpoint.LongestUrl), null));
        for (var i = 0; i < WebhookEndpoint.MostOfSeller; i++) await world.AddAsync(Url);
        Assert.Equal(WebhookRefusal.TooMany, await WhyAsync(Url, null));
    }

    [Theory, EachDatabase]
    public async Task Change_SeenVersionIsOld_IsToldSo(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, new WebhookOptions());
        var made = await world.AddAsync(Url);
        var seen = (await world.Read.OneAsync(world.Actor, made.Id, Token))!.Version;
        var wish = new WebhookWish(Url + "/2", [WebhookEventTypes.PickupFailed]);
        Assert.IsType<WebhookResult.Done>(await world.Change.ExecuteAsync(world.Actor, made.Id, wish, seen, Token));
        Assert.IsType<WebhookResult.ChangedMeanwhile>(await world.Change.ExecuteAsync(world.Actor, made.Id, wish, seen, Token));
        Assert.IsType<WebhookResult.ChangedMeanwhile>(await world.Change.RotateAsync(world.Actor, made.Id, seen, Token));
        Assert.IsType<WebhookResult.Refused>(await world.Change.ExecuteAsync(world.Actor, made.Id, wish with { Url = "http://x.example" }, null, Token));
        var row = (await world.Read.OneAsync(world.Actor, made.Id, Token))!;
        Assert.Equal((Url + "/2", WebhookEventTypes.PickupFailed), (row.Url, row.Events));
    }

    [Theory, EachDatabase]
    public async Task Patch_TwoAtOnceWithOneVersion_OneIsDoneWholeAndOneToldSo(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, new WebhookOptions());
        var made = await world.AddAsync(Url);
        var seen = (await world.Read.OneAsync(world.Actor, made.Id, Token))!.Version;
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(
            () => world.Change.PatchAsync(world.Actor, made.Id, new WebhookPatch($"{Url}/{i}", Events: null, On: false), seen, Token), Token)));
        var done = Array.FindIndex(results, result => result is WebhookResult.Done);
        Assert.Equal(3, results.Count(result => result is WebhookResult.ChangedMeanwhile));
        var row = (await world.Read.OneAsync(world.Actor, made.Id, Token))!;
        Assert.Equal(($"{Url}/{done}", WebhookEndpointState.DisabledByOwner), (row.Url, row.State));
    }

    [Theory, EachDatabase]
    public async Task Patch_OneWishIsWrong_ChangesNothing(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, new WebhookOptions());
        var made = await world.AddAsync(Url);
        var before = await world.Read.OneAsync(world.Actor, made.Id, Token);
        Assert.Equal(new WebhookResult.Refused(WebhookRefusal.NotHttps), await world.Change.PatchAsync(world.Actor, made.Id, new WebhookPatch("http://x.example", Events: null, On: false), seen: null, Token));
        Assert.Equal(before, await world.Read.OneAsync(world.Actor, made.Id, Token));
    }

    [Theory, EachDatabase]
    public async Task Delete_SeenVersionIsOld_IsToldSo(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, new WebhookOptions());
        var made = await world.AddAsync(Url);
        var seen = (await world.Read.OneAsync(world.Actor, made.Id, Token))!.Version;
        await world.Change.SwitchAsync(world.Actor, made.Id, on: false, Token);
        Assert.IsType<WebhookResult.ChangedMeanwhile>(await world.Change.DeleteAsync(world.Actor, made.Id, Token, seen));
        seen = (await world.Read.OneAsync(world.Actor, made.Id, Token))!.Version;
        Assert.IsType<WebhookResult.Done>(await world.Change.DeleteAsync(world.Actor, made.Id, Token, seen));
    }

    [Theory, EachDatabase]
    public async Task Colleagues_ReadAndChangeNothing(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, new WebhookOptions());
        var made = await world.AddAsync(Url);
        var colleague = world.Actor with { Team = TeamRole.Booking };
        Assert.Single(await world.Read.ExecuteAsync(colleague, Token));
        Assert.NotNull(await world.List.ExecuteAsync(colleague, made.Id, new DeliveryFilter(null, null), Token));
        Assert.IsType<WebhookResult.NotAllowed>(await world.Create.ExecuteAsync(colleague, new WebhookWish(Url, null), Token));
        Assert.IsType<WebhookResult.NotAllowed>(await world.Change.ExecuteAsync(colleague, made.Id, new WebhookWish(Url, null), null, Token));
        Assert.IsType<WebhookResult.NotAllowed>(await world.Change.SwitchAsync(colleague, made.Id, on: false, Token));
        Assert.IsType<WebhookResult.NotAllowed>(await world.Change.RotateAsync(colleague, made.Id, null, Token));
        Assert.IsType<WebhookResult.NotAllowed>(await world.Change.DeleteAsync(colleague, made.Id, Token));
        Assert.IsType<WebhookResult.NotAllowed>((await world.Replay.AllAsync(colleague, made.Id, Token)).Result);
        Assert.Null(await world.Test.ExecuteAsync(colleague, made.Id, Token));
    }

    [Theory, EachDatabase]
    public async Task AnotherSeller_FindsNothing(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, new WebhookOptions());
        var made = await world.AddAsync(Url);
        await world.BookAsync();
        var delivery = Assert.Single(await world.DeliveriesAsync());
        await using var database = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        Assert.Empty(await world.Read.ExecuteAsync(stranger, Token));
        Assert.Null(await world.Read.OneAsync(stranger, made.Id, Token));
        Assert.Null(await world.List.ExecuteAsync(stranger, made.Id, new DeliveryFilter(null, null), Token));
        Assert.Null(await world.Test.ExecuteAsync(stranger, made.Id, Token));
        Assert.IsType<WebhookResult.NotFound>(await world.Change.ExecuteAsync(stranger, made.Id, new WebhookWish(Url, null), null, Token));
        Assert.IsType<WebhookResult.NotFound>(await world.Change.SwitchAsync(stranger, made.Id, on: false, Token));
        Assert.IsType<WebhookResult.NotFound>(await world.Change.RotateAsync(stranger, made.Id, null, Token));
        Assert.IsType<WebhookResult.NotFound>(await world.Change.DeleteAsync(stranger, made.Id, Token));
        Assert.IsType<WebhookResult.NotFound>(await world.Replay.ExecuteAsync(stranger, made.Id, delivery.Id, Token));
        Assert.IsType<WebhookResult.NotFound>((await world.Replay.AllAsync(stranger, made.Id, Token)).Result);
        Assert.Single(await world.Read.ExecuteAsync(world.Actor, Token));
    }

    [Theory, EachDatabase]
    public async Task Delete_TakesItsLogWithIt(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, new WebhookOptions());
        var made = await world.AddAsync(Url);
        await world.BookAsync(2);
        Assert.IsType<WebhookResult.Done>(await world.Change.DeleteAsync(world.Actor, made.Id, Token));
        Assert.Empty(await world.DeliveriesAsync());
        Assert.IsType<WebhookResult.NotFound>(await world.Change.DeleteAsync(world.Actor, made.Id, Token));
    }

    [Theory, EachDatabase]
    public async Task Log_IsPagedAndFiltered(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, new WebhookOptions());
        var made = await world.AddAsync(Url);
        await world.BookAsync(35);
        var first = (await world.List.ExecuteAsync(world.Actor, made.Id, new DeliveryFilter(WebhookDeliveryState.Pending, null), Token))!;
        Assert.Equal((ListDeliveries.PageSize, 35), (first.Rows.Count, first.Endpoint.Waiting));
        var second = (await world.List.ExecuteAsync(world.Actor, made.Id, new DeliveryFilter(WebhookDeliveryState.Pending, first.Older), Token))!;
        Assert.Equal((5, null), (second.Rows.Count, second.Older));
        Assert.Equal(35, first.Rows.Concat(second.Rows).Select(row => row.Id).Distinct().Count());
        Assert.Empty((await world.List.ExecuteAsync(world.Actor, made.Id, new DeliveryFilter(WebhookDeliveryState.Dead, null), Token))!.Rows);
    }

    [Fact]
    public async Task Pages_OfAnotherSeller_AreNotFound()
    {
        await using var database = host.Database();
        var (seller, owner) = await TestSellers.ApprovedAsync(database);
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        var endpoint = WebhookEndpoint.Create(seller.Id, new WebhookWish(Url, null), "secret", owner.UserId, TestShipments.BookedAt);
        database.WebhookEndpoints.Add(endpoint);
        await database.SaveChangesAsync(Token);
        async Task<HttpStatusCode> OpenAsync(Actor actor, string url)
        {
            using var client = host.As(actor);
            using var answer = await client.GetAsync(url, Token);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await OpenAsync(owner, PortalUrls.Webhook(endpoint.Id)));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(owner, PortalUrls.EditWebhook(endpoint.Id)));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(owner with { Team = TeamRole.ViewOnly }, PortalUrls.Webhook(endpoint.Id)));
        Assert.NotEqual(HttpStatusCode.OK, await OpenAsync(owner with { Team = TeamRole.ViewOnly }, PortalUrls.EditWebhook(endpoint.Id)));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(stranger, PortalUrls.Webhook(endpoint.Id)));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(stranger, PortalUrls.EditWebhook(endpoint.Id)));
        Assert.NotEqual(HttpStatusCode.OK, await OpenAsync(TestSellers.Admin, PortalUrls.Webhooks));
    }
}
