using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

/// <summary>Receivers that never answer, however many and with whatever backlog, hold up nobody else.</summary>
public sealed class DeadReceiversTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task NewReceiver_Beside300DeadOnesWithBacklogs_HearsAtOnce_AlsoAfterARestart(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, WebhookWorld.Open with { AtOnce = 16, TimeLimitSeconds = 30 });
        await using var dead = await Receiver.StartAsync(HangAsync);
        await using var alive = await Receiver.StartAsync(200);
        await AddSilentAsync(world, dead.Url, 300, known: true);
        await world.Dispatcher.StartAsync(Token);
        await dead.NextAsync();
        await world.AddAsync(alive.Url);
        await world.BookAsync();
        await alive.NextAsync().WaitAsync(TimeSpan.FromSeconds(20), Token);
        await world.Dispatcher.StopAsync(Token);

        // The next process has never heard of any of them.
        var restarted = world.NewDispatcher();
        await restarted.StartAsync(Token);
        await dead.NextAsync();
        await world.BookAsync();
        await alive.NextAsync().WaitAsync(TimeSpan.FromSeconds(20), Token);
        await restarted.StopAsync(Token);
        Assert.Equal(2, alive.Messages.Count);
    }

    [Theory, EachDatabase]
    public async Task NoAnswer_TheLaneRestsEverLonger_AndOneAnswerEndsIt(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, WebhookWorld.Open with { TimeLimitSeconds = 1 });
        var well = false;
        await using var receiver = await Receiver.StartAsync((context, before) => well ? Task.CompletedTask : HangAsync(context, before));
        await world.AddAsync(receiver.Url);
        await world.BookAsync(6);
        foreach (var (pause, expected) in new[] { (0, 1), (4, 1), (2, 2), (240, 2), (120, 3), (540, 3), (180, 4), (720, 5) })
        {
            world.Time.Advance(TimeSpan.FromSeconds(pause));
            await world.SendAsync();
            Assert.Equal((pause, expected), (pause, receiver.Messages.Count));
        }

        well = true;
        world.Time.Advance(TimeSpan.FromMinutes(12));
        await world.SendAsync();
        Assert.Equal(11, receiver.Messages.Count);
        Assert.All(await world.DeliveriesAsync(), delivery => Assert.Equal(WebhookDeliveryState.Delivered, delivery.State));
    }

    [Fact]
    public async Task Test_AnsweredWell_EndsTheRest()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, WebhookWorld.Open with { TimeLimitSeconds = 1 });
        var well = false;
        await using var receiver = await Receiver.StartAsync((context, before) => well ? Task.CompletedTask : HangAsync(context, before));
        var made = await world.AddAsync(receiver.Url);
        await world.BookAsync(2);
        await world.SendAsync();
        await world.SendAsync();
        Assert.Single(receiver.Messages);
        well = true;
        Assert.True((await world.Test.ExecuteAsync(world.Actor, made.Id, Token))!.IsSuccess);
        await world.SendAsync();
        Assert.Equal([WebhookDeliveryState.Pending, WebhookDeliveryState.Delivered], (await world.DeliveriesAsync()).Select(delivery => delivery.State));
    }

    [Fact]
    public async Task SlowReceiver_BesideDeadOnesWithBacklogs_GetsAllItsMessages()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, WebhookWorld.Open with { AtOnce = 4, TimeLimitSeconds = 2, QuickSeconds = 0.05 });
        await using var dead = await Receiver.StartAsync(HangAsync);
        await using var slow = await Receiver.StartAsync((_, _) => Task.Delay(100, Token));
        for (var i = 0; i < 9; i++) await world.AddAsync(dead.Url);
        await world.AddAsync(slow.Url);
        await world.BookAsync(5);
        await world.SendAsync();
        Assert.Equal(5, slow.Messages.Count);
        Assert.Equal(9, dead.Messages.Count);
    }

    [Fact]
    public async Task QuickReceiver_ThatFailsAtOnce_StaysQuick()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, WebhookWorld.Open with { AtOnce = 4, TimeLimitSeconds = 30 });
        await using var receiver = await Receiver.StartAsync(200, 500, 200);
        await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await world.SendAsync();
        await world.BookAsync();
        await world.SendAsync();
        Assert.Equal(2, receiver.Messages.Count);

        // New ones that hang hold all that new ones may hold; who is known goes past them.
        await using var hanging = await Receiver.StartAsync(HangAsync);
        await AddSilentAsync(world, hanging.Url, 4, known: false);
        await world.Dispatcher.StartAsync(Token);
        for (var i = 0; i < 2; i++) await hanging.NextAsync();
        await world.BookAsync();
        for (var i = 0; i < 3; i++) await receiver.NextAsync().WaitAsync(TimeSpan.FromSeconds(20), Token);
        await world.Dispatcher.StopAsync(Token);
    }

    private static Task HangAsync(HttpContext context, int before) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>Endpoints of another seller, each with two messages: one that found no answer before, where they are known, and one that waits behind it.</summary>
    private static async Task AddSilentAsync(WebhookWorld world, string url, int count, bool known)
    {
        await using var database = world.Databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var now = world.Time.GetUtcNow();
        var secret = world.Secrets.Protect(WebhookSignature.NewSecret());
        var (first, second) = (WebhookMessage.Of(seller.Id, WebhookEventTypes.PickupFailed, "{}", now), WebhookMessage.Of(seller.Id, WebhookEventTypes.PickupFailed, "{}", now));
        var endpoints = Enumerable.Range(0, count).Select(_ => WebhookEndpoint.Create(seller.Id, new WebhookWish(url, null), secret, actor.UserId, now)).ToList();
        database.AddRange(first, second);
        database.AddRange(endpoints);
        await database.SaveChangesAsync(Token);
        database.AddRange(endpoints.Select(endpoint => WebhookDelivery.Of(endpoint.Id, first.Id, now)));
        database.AddRange(endpoints.Select(endpoint => WebhookDelivery.Of(endpoint.Id, second.Id, now)));
        await database.SaveChangesAsync(Token);
        if (!known) return;
        DateTimeOffset? tried = now.AddMinutes(-5);
        await database.WebhookDeliveries.Where(delivery => delivery.MessageId == first.Id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Attempts, 2).SetProperty(one => one.TriedAt, tried).SetProperty(one => one.DurationMs, 10_000).SetProperty(one => one.Trouble, WebhookTrouble.Timeout), Token);
    }
}
