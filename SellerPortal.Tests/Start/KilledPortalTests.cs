using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Tests.Api;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Start;

/// <summary>
/// The portal is killed in the middle of its work and started again: what it answered is there, and nothing is there in part.
/// </summary>
public sealed class KilledPortalTests
{
    private static readonly string[] Journey = ["ITEM_BOOK", "ITEM_BAGGING", "BAG_DISPATCH", "ITEM_RECEIVE", "ITEM_INVOICE", "ITEM_DELIVERY"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Bookings_PortalIsKilled_AreThereOnceAndWhole(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var key = await KeyAsync(databases, await SellerWithNumbersAsync(databases), ApiScopes.ShipmentsWrite);
        var answers = new ConcurrentDictionary<string, string?>();
        await using (var portal = PortalProcess.Start(Settings(databases)))
        {
            using var client = new HttpClient { BaseAddress = await portal.ReadyAsync(), DefaultRequestHeaders = { { "X-Api-Key", key } } };
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var counters = Enumerable.Range(0, 6).Select(_ => Task.Run(() => BookOnAndOnAsync(client, answers, enough), Token)).ToList();
            await Task.WhenAny(enough.Task, Task.WhenAll(counters));
            Assert.True(enough.Task.IsCompleted, portal.Errors + portal.Output);
            await portal.KillAsync();
            await Task.WhenAll(counters);
        }

        var kept = await KeptAsync(databases);
        foreach (var answer in answers.Values.OfType<string>().Select(text => JsonNode.Parse(text)!)) Assert.Equal(answer["article"]!.GetValue<string>(), kept[answer["id"]!.GetValue<Guid>()]);

        await using var second = PortalProcess.Start(Settings(databases));
        using var again = new HttpClient { BaseAddress = await second.ReadyAsync(), DefaultRequestHeaders = { { "X-Api-Key", key } } };
        foreach (var (order, before) in answers)
        {
            // Who had an answer gets the very same; who had none gets the first one now.
            var now = await BookAsync(again, order);
            if (before is not null) Assert.Equal(before, now);
        }

        Assert.Equal(answers.Count, (await KeptAsync(databases)).Count);
    }

    [Theory, EachDatabase]
    public async Task Events_PortalIsKilled_PortionsAreThereWholeOrNotAtAll(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var portions = await PortionsAsync(databases, count: 40, shipments: 50);
        var key = await KeyAsync(databases, seller: null, ApiScopes.TrackingWrite);
        var answered = new ConcurrentBag<Portion>();
        await using (var portal = PortalProcess.Start(Settings(databases)))
        {
            using var client = new HttpClient { BaseAddress = await portal.ReadyAsync(), DefaultRequestHeaders = { { "X-Api-Key", key } } };
            var waiting = new ConcurrentQueue<Portion>(portions);
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var senders = Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendOnAndOnAsync(client, waiting, answered, enough), Token)).ToList();
            await Task.WhenAny(enough.Task, Task.WhenAll(senders));
            Assert.True(enough.Task.IsCompleted, portal.Errors + portal.Output);
            await portal.KillAsync();
            await Task.WhenAll(senders);
        }

        foreach (var portion in portions)
        {
            var events = await EventsAsync(databases, portion);
            if (answered.Contains(portion)) Assert.Equal(portion.Events.Count, events);
            Assert.Contains(events, new[] { 0, portion.Events.Count });
            await AssertStatusAsync(databases, portion, events == 0 ? ShipmentStatus.Booked : ShipmentStatus.Delivered);
        }

        await using var second = PortalProcess.Start(Settings(databases));
        using var again = new HttpClient { BaseAddress = await second.ReadyAsync(), DefaultRequestHeaders = { { "X-Api-Key", key } } };
        foreach (var portion in portions)
        {
            var before = await EventsAsync(databases, portion);
            var taken = await SendAsync(again, portion);
            Assert.Equal((portion.Events.Count - before, before), (taken.Accepted, taken.Duplicates));
            Assert.Equal(portion.Events.Count, await EventsAsync(databases, portion));
            await AssertStatusAsync(databases, portion, ShipmentStatus.Delivered);
        }
    }

    private static (string Name, string Value)[] Settings(TestDatabase databases) =>
    [
        ("Database__Provider", databases.Kind.ToString()),
        ("ConnectionStrings__Portal", databases.ConnectionString),
        ("RateLimits__KeyedPerMinute", "1000000"),
    ];

    private static async Task<SellerId> SellerWithNumbersAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var allotment = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EE", First = 30_000_000, Last = 30_099_999 };
        database.ArticleNumberRanges.Add(ArticleNumberRange.Add(allotment, by: null, DateTimeOffset.UnixEpoch));
        await database.SaveChangesAsync(Token);
        return seller.Id;
    }

    /// <summary>Books one parcel after the other until the portal is gone; a key without an answer stays in the list.</summary>
    private static async Task BookOnAndOnAsync(HttpClient client, ConcurrentDictionary<string, string?> answers, TaskCompletionSource enough)
    {
        while (true)
        {
            var order = Guid.CreateVersion7().ToString();
            answers[order] = null;
            try
            {
                answers[order] = await BookAsync(client, order);
            }
            catch (HttpRequestException)
            {
                return;
            }

            if (answers.Values.Count(answer => answer is not null) >= 100) enough.TrySetResult();
        }
    }

    private static async Task<string> BookAsync(HttpClient client, string order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/shipments") { Content = new StringContent(ApiWorld.Parcel(order).ToJsonString(), null, "application/json") };
        request.Headers.Add("Idempotency-Key", order);
        using var response = await client.SendAsync(request, Token);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(Token);
    }

    /// <summary>The shipments kept, each with its claim, its history and a number of its own.</summary>
    private static async Task<Dictionary<Guid, string>> KeptAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        var kept = (await database.Shipments.Select(shipment => new { shipment.Id, shipment.Article }).ToListAsync(Token))
            .ToDictionary(shipment => shipment.Id.Value, shipment => shipment.Article);
        var claimed = await database.BookingClaims.Select(claim => claim.ShipmentId).ToListAsync(Token);
        var told = await database.History.Select(entry => entry.ShipmentId).ToListAsync(Token);
        Assert.Equal(kept.Keys.Order(), claimed.Select(id => id.Value).Order());
        Assert.Equal(kept.Keys.Order(), told.Select(id => id.Value).Order());
        Assert.Equal(kept.Count, kept.Values.Distinct().Count());
        Assert.Equal(kept.Count, await database.ArticleNumberRanges.SumAsync(range => range.Next - range.First, Token));
        return kept;
    }

    private static async Task<List<Portion>> PortionsAsync(TestDatabase databases, int count, int shipments)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var database = databases.CreateDbContext();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var portions = Enumerable.Range(0, count).Select(_ =>
        {
            var booked = Enumerable.Range(0, shipments).Select(_ => TestShipments.New(seller.Id, bookedAt: now.AddDays(-3))).ToList();
            database.Shipments.AddRange(booked);
            return Portion.Of([.. booked.Select(shipment => shipment.Article)], now.AddDays(-1));
        }).ToList();
        await database.SaveChangesAsync(Token);
        return portions;
    }

    private static async Task<string> KeyAsync(TestDatabase databases, SellerId? seller, string scope)
    {
        await using var database = databases.CreateDbContext();
        return await TestKeys.AddAsync(database, [scope], seller);
    }

    private static async Task SendOnAndOnAsync(
        HttpClient client, ConcurrentQueue<Portion> waiting, ConcurrentBag<Portion> answered, TaskCompletionSource enough)
    {
        try
        {
            while (waiting.TryDequeue(out var portion))
            {
                await SendAsync(client, portion);
                answered.Add(portion);
                if (answered.Count >= 5) enough.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // The portal is gone, as wanted.
        }
    }

    private static async Task<Taken> SendAsync(HttpClient client, Portion portion)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/tracking/events", portion.Events, Token);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<Taken>(Token))!;
    }

    private static async Task<int> EventsAsync(TestDatabase databases, Portion portion)
    {
        await using var database = databases.CreateDbContext();
        return await database.TrackingEvents.CountAsync(scan => portion.Articles.Contains(scan.Article), Token);
    }

    private static async Task AssertStatusAsync(TestDatabase databases, Portion portion, ShipmentStatus expected)
    {
        await using var database = databases.CreateDbContext();
        var found = await database.Shipments.Where(shipment => portion.Articles.Contains(shipment.Article)).Select(shipment => shipment.Status).ToListAsync(Token);
        Assert.Equal(portion.Articles.Count, found.Count);
        Assert.All(found, status => Assert.Equal(expected, status));
    }

    private sealed record Taken(int Accepted, int Duplicates);

    /// <summary>One call of the feed: whole journeys of some shipments.</summary>
    private sealed record Portion(IReadOnlyList<string> Articles, IReadOnlyList<object> Events)
    {
        public static Portion Of(IReadOnlyList<string> articles, DateTimeOffset at)
        {
            var indian = at.ToOffset(TimeSpan.FromHours(5.5));
            return new Portion(articles,
            [
                .. articles.SelectMany(article => Journey.Select((code, place) => (object)new
                {
                    article,
                    code,
                    occurredAt = indian.AddMinutes(place).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    office = "Raipur HO",
                    description = code == "ITEM_DELIVERY" ? "Item Delivered(Addressee)" : code,
                })),
            ]);
        }
    }
}
