using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Tests.Api;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

/// <summary>The portal is killed while it sends, and sends the rest when it is started again.</summary>
public sealed class KilledWebhooksTests
{
    private const int Parcels = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Sending_PortalIsKilled_EveryEventComesWithItsIdAndAGoneReceiverStaysOff(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (seller, key) = await SellerAsync(databases);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var amid = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // The first ten are answered; whatever comes then finds no answer until the portal is dead.
        await using var receiver = await Receiver.StartAsync(async (_, before) =>
        {
            if (before < 10) return;
            amid.TrySetResult();
            await waiting.Task;
        });
        await using var gone = await Receiver.StartAsync(410);
        Guid goneId;
        await using (var first = PortalProcess.Start(Settings(databases)))
        {
            using var client = new HttpClient { BaseAddress = await first.ReadyAsync(), DefaultRequestHeaders = { { "X-Api-Key", key } } };
            await MakeAsync(client, receiver.Url);
            goneId = await MakeAsync(client, gone.Url);
            for (var i = 0; i < Parcels; i++) await PostAsync(client, "/api/v1/shipments", ApiWorld.Parcel($"ORD-{i}"));
            await amid.Task.WaitAsync(TimeSpan.FromMinutes(2), Token);
            await UntilAsync(databases, database => database.WebhookEndpoints.AnyAsync(one => one.Id == goneId && one.State == WebhookEndpointState.Gone, Token));
            await first.KillAsync();
        }

        waiting.SetResult();
        var cut = receiver.Messages.Select(message => message.Id).ToList();
        if (kind != DatabaseKind.Sqlite) await EndLeasesAsync(databases);
        await using (var second = PortalProcess.Start(Settings(databases)))
        {
            await second.ReadyAsync();
            await UntilAsync(databases, async database => !await database.ShipmentChanges.AnyAsync(Token)
                && !await database.WebhookDeliveries.AnyAsync(one => one.EndpointId != goneId && one.State != WebhookDeliveryState.Delivered, Token));
            await second.KillAsync();
        }

        await using var after = databases.CreateDbContext();
        var written = (await after.WebhookMessages.Select(message => message.Id).ToListAsync(Token)).ConvertAll(WebhookMessage.PublicId);
        Assert.Equal(Parcels, written.Count);
        Assert.Equal(written.Order(StringComparer.Ordinal), receiver.Messages.Select(message => message.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.All(receiver.Messages.GroupBy(message => message.Id), same => Assert.Single(same.Select(message => message.Body).Distinct()));
        var orders = receiver.Messages.Select(message => JsonNode.Parse(message.Body)!["data"]!["order"]!.GetValue<string>()).Distinct();
        Assert.Equal(Parcels, orders.Count());
        var again = receiver.Messages.Select(message => message.Id).Skip(cut.Count).ToList();
        Assert.Contains(cut[10], again);

        Assert.Equal(WebhookEndpointState.Gone, (await after.WebhookEndpoints.SingleAsync(one => one.Id == goneId, Token)).State);
        Assert.Single(gone.Messages);
        Assert.Equal(1, await after.PortalMessages.CountAsync(message => message.SellerId == seller && message.Kind == NotificationKind.WebhookGone, Token));
    }

    private static async Task<Guid> MakeAsync(HttpClient client, string url) =>
        (await PostAsync(client, "/api/v1/webhooks", new JsonObject { ["url"] = url, ["events"] = new JsonArray(WebhookEventTypes.ShipmentBooked) }))["id"]!.GetValue<Guid>();

    private static async Task<JsonNode> PostAsync(HttpClient client, string path, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var response = await client.SendAsync(request, Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>The claims of the dead process end, as they would a minute later.</summary>
    private static async Task EndLeasesAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        DateTimeOffset? past = TimeProvider.System.GetUtcNow().AddSeconds(-1);
        await database.WebhookDeliveries.Where(one => one.ClaimedBy != null).ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, past), Token);
    }

    private static async Task UntilAsync(TestDatabase databases, Func<SellerPortal.Data.PortalDbContext, Task<bool>> reached)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            await using (var database = databases.CreateDbContext())
            {
                if (await reached(database)) return;
            }

            Assert.True(waiting.Elapsed < TimeSpan.FromMinutes(3), "What was waited for did not come.");
            await Task.Delay(50, Token);
        }
    }

    private static (string Name, string Value)[] Settings(TestDatabase databases) =>
    [
        ("Database__Provider", databases.Kind.ToString()),
        ("ConnectionStrings__Portal", databases.ConnectionString),
        ("RateLimits__KeyedPerMinute", "1000000"),
        ("Webhooks__AllowPrivateAddresses", "true"),
        ("Webhooks__AllowHttp", "true"),
        ("Webhooks__TimeLimitSeconds", "30"),
    ];

    private static async Task<(SellerId Seller, string Key)> SellerAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var allotment = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EE", First = 50_000_000, Last = 50_099_999 };
        database.ArticleNumberRanges.Add(ArticleNumberRange.Add(allotment, by: null, DateTimeOffset.UnixEpoch));
        await database.SaveChangesAsync(Token);
        return (seller.Id, await TestKeys.AddAsync(database, [ApiScopes.ShipmentsWrite, ApiScopes.Webhooks], seller.Id));
    }
}
