using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

public sealed class SendWebhooksTests
{
    [Theory, EachDatabase]
    public async Task Booking_IsToldOnceSignedAndLogged(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(204);
        var made = await world.AddAsync(receiver.Url);
        var shipment = (await world.BookAsync())[0];
        await world.SendAsync();
        await world.SendAsync();
        var message = Assert.Single(receiver.Messages);
        Assert.Equal("/hook", message.Path);
        Assert.True(message.IsSignedWith(made.Secret!));
        Assert.False(message.IsSignedWith(WebhookSignature.NewSecret()));
        Assert.Equal(world.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), message.Timestamp);
        Assert.DoesNotContain("traceparent", message.Headers, StringComparer.OrdinalIgnoreCase);
        using var body = JsonDocument.Parse(message.Body);
        Assert.Equal("shipment.booked", body.RootElement.GetProperty("type").GetString());
        Assert.Equal("2026-11-23T05:00:00Z", body.RootElement.GetProperty("timestamp").GetString());
        var data = body.RootElement.GetProperty("data");
        Assert.Equal((shipment.Id.ToString(), shipment.Article, "ORD-7781", "booked"), (data.GetProperty("shipment_id").GetString(), data.GetProperty("article").GetString(), data.GetProperty("order").GetString(), data.GetProperty("status").GetString()));
        Assert.DoesNotContain("Civil Lines", message.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("9826054321", message.Body, StringComparison.Ordinal);
        var delivery = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal((WebhookDeliveryState.Delivered, 1, 204), (delivery.State, delivery.Attempts, delivery.AnswerStatus!.Value));
    }

    [Theory, EachDatabase]
    public async Task ServerError_IsTriedAgainWithTheSameIdAndBodyAndAFreshTimestamp(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(500, 200);
        await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await world.SendAsync();
        var failed = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal((WebhookDeliveryState.Pending, 500, "noted"), (failed.State, failed.AnswerStatus!.Value, failed.Answer));
        Assert.InRange(failed.DueAt!.Value - world.Time.GetUtcNow(), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.5));
        await world.SendAsync();
        Assert.Single(receiver.Messages);
        world.Time.Advance(TimeSpan.FromSeconds(6));
        await world.SendAsync();
        var messages = receiver.Messages.ToArray();
        Assert.Equal(2, messages.Length);
        Assert.Equal((messages[0].Id, messages[0].Body), (messages[1].Id, messages[1].Body));
        Assert.NotEqual(messages[0].Timestamp, messages[1].Timestamp);
        var delivered = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal((WebhookDeliveryState.Delivered, 2), (delivered.State, delivered.Attempts));
    }

    [Theory, EachDatabase]
    public async Task DeadReceiver_AfterTenAttemptsInThreeDays_IsADeadLetterAndReplayed(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        var well = false;
        await using var receiver = await Receiver.StartAsync((context, _) =>
        {
            context.Response.StatusCode = well ? 200 : 503;
            return Task.CompletedTask;
        });
        var made = await world.AddAsync(receiver.Url);
        await world.BookAsync(2);
        foreach (var pause in WebhookSchedule.Pauses)
        {
            await world.SendAsync();
            world.Time.Advance(pause - TimeSpan.FromSeconds(1));
            await world.SendAsync();
            world.Time.Advance((pause / 10) + TimeSpan.FromSeconds(2));
        }

        Assert.Equal(18, receiver.Messages.Count);
        await world.SendAsync();
        Assert.Equal(20, receiver.Messages.Count);
        Assert.All(await world.DeliveriesAsync(), delivery => Assert.Equal((WebhookDeliveryState.Dead, 10, null), (delivery.State, delivery.Attempts, delivery.DueAt)));
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.SendAsync();
        Assert.Equal(20, receiver.Messages.Count);
        Assert.Equal(2, (await world.Read.OneAsync(world.Actor, made.Id, WebhookWorld.Token))!.Dead);

        well = true;
        var dead = await world.DeliveriesAsync();
        Assert.IsType<WebhookResult.Done>(await world.Replay.ExecuteAsync(world.Actor, made.Id, dead[1].Id, WebhookWorld.Token));
        await world.SendAsync();
        Assert.Equal(21, receiver.Messages.Count);
        Assert.Equal(WebhookMessage.PublicId(dead[1].MessageId), receiver.Messages.Last().Id);
        Assert.IsType<WebhookResult.NotFound>(await world.Replay.ExecuteAsync(world.Actor, made.Id, dead[1].Id, WebhookWorld.Token));
        Assert.Equal((new WebhookResult.Done(made.Id), 1), await world.Replay.AllAsync(world.Actor, made.Id, WebhookWorld.Token));
        await world.SendAsync();
        Assert.All(await world.DeliveriesAsync(), delivery => Assert.Equal(WebhookDeliveryState.Delivered, delivery.State));
    }

    [Theory, EachDatabase]
    public async Task Gone_SwitchesTheEndpointOffUntilAnOwnerSwitchesItOn(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(410, 200);
        var made = await world.AddAsync(receiver.Url);
        await world.BookAsync(2);
        await world.SendAsync();
        Assert.Single(receiver.Messages);
        Assert.Equal(WebhookEndpointState.Gone, (await world.Read.OneAsync(world.Actor, made.Id, WebhookWorld.Token))!.State);
        await world.BookAsync();
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.SendAsync();
        Assert.Single(receiver.Messages);
        Assert.Equal([WebhookDeliveryState.Dead, WebhookDeliveryState.Pending], (await world.DeliveriesAsync()).Select(delivery => delivery.State));
        await world.Change.SwitchAsync(world.Actor, made.Id, on: true, WebhookWorld.Token);
        await world.SendAsync();
        Assert.Equal(2, receiver.Messages.Count);
    }

    [Fact]
    public async Task Redirect_IsAFailureAndNotFollowed()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var elsewhere = await Receiver.StartAsync(200);
        await using var receiver = await Receiver.StartAsync((context, _) =>
        {
            context.Response.Redirect(elsewhere.Url);
            return Task.CompletedTask;
        });
        await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await world.SendAsync();
        Assert.Empty(elsewhere.Messages);
        var delivery = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal((WebhookDeliveryState.Pending, 302), (delivery.State, delivery.AnswerStatus!.Value));
    }

    [Fact]
    public async Task NoAnswerInTime_IsAFailure()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, WebhookWorld.Open with { TimeLimitSeconds = 0.3 });
        await using var receiver = await Receiver.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await world.SendAsync();
        var delivery = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal((WebhookDeliveryState.Pending, null, WebhookTrouble.Timeout), (delivery.State, delivery.AnswerStatus, delivery.Trouble!.Value));
    }

    [Fact]
    public async Task EndlessAnswer_IsReadOnlyAtItsBeginning()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var receiver = await Receiver.StartAsync(async (context, _) =>
        {
            var part = new string('a', 1_000) + "\0\r\n";
            try
            {
                for (var i = 0; i < 100_000; i++) await context.Response.WriteAsync(part, context.RequestAborted);
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException)
            {
                // The portal has read enough.
            }
        });
        await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await world.SendAsync();
        var delivery = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal((WebhookDeliveryState.Delivered, new string('a', WebhookAttempt.LongestAnswer)), (delivery.State, delivery.Answer));
    }

    [Fact]
    public async Task NobodyListens_IsAFailureThatSaysSo()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite);
        var receiver = await Receiver.StartAsync(200);
        var url = receiver.Url;
        await receiver.DisposeAsync();
        await world.AddAsync(url);
        await world.BookAsync();
        await world.SendAsync();
        Assert.Equal(WebhookTrouble.NoConnection, Assert.Single(await world.DeliveriesAsync()).Trouble);
    }

    [Theory, EachDatabase]
    public async Task Rotation_SignsWithBothForADayAndThenWithTheNewOneOnly(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(200);
        var first = await world.AddAsync(receiver.Url);
        var second = Assert.IsType<WebhookResult.Done>(await world.Change.RotateAsync(world.Actor, first.Id, seen: null, WebhookWorld.Token));
        await world.BookAsync();
        await world.SendAsync();
        var both = receiver.Messages.Last();
        Assert.Equal(2, both.Signature.Split(' ').Length);
        Assert.True(both.IsSignedWith(first.Secret!) && both.IsSignedWith(second.Secret!));
        world.Time.Advance(WebhookEndpoint.Overlap);
        await world.BookAsync();
        await world.SendAsync();
        var later = receiver.Messages.Last();
        Assert.Single(later.Signature.Split(' '));
        Assert.True(later.IsSignedWith(second.Secret!) && !later.IsSignedWith(first.Secret!));
    }

    [Theory, EachDatabase]
    public async Task Rotation_TwiceWithinTheDay_SignsWithTheSecretBeforeTheLastToo(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(200);
        var secrets = new List<string> { (await world.AddAsync(receiver.Url)).Secret! };
        var id = Assert.Single(await world.Read.ExecuteAsync(world.Actor, WebhookWorld.Token)).Id;
        for (var i = 0; i < 3; i++) secrets.Add(Assert.IsType<WebhookResult.Done>(await world.Change.RotateAsync(world.Actor, id, seen: null, WebhookWorld.Token)).Secret!);
        await world.BookAsync();
        await world.SendAsync();
        Assert.Equal([false, true, true, true], secrets.Select(receiver.Messages.Last().IsSignedWith));
        await using (var database = world.Databases.CreateDbContext())
        {
            Assert.InRange((await database.WebhookEndpoints.SingleAsync(WebhookWorld.Token)).OldSecret!.Length, 1, WebhookEndpoint.LongestSecret);
        }

        world.Time.Advance(WebhookEndpoint.Overlap);
        await world.Change.RotateAsync(world.Actor, id, seen: null, WebhookWorld.Token);
        await world.BookAsync();
        await world.SendAsync();
        Assert.Equal([false, false, false, true], secrets.Select(receiver.Messages.Last().IsSignedWith));
    }

    [Theory, EachDatabase]
    public async Task CrashBetweenClaimAndResult_IsDeliveredAgainWithTheSameId(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(200);
        var made = await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await using (var database = world.Databases.CreateDbContext())
        {
            // A node takes it, and is never heard of again.
            Assert.Single(await database.ClaimDeliveriesAsync(made.Id, 5, world.Time.GetUtcNow(), WebhookWorld.Token));
        }

        await world.SendAsync();
        Assert.Empty(receiver.Messages);
        world.Time.Advance(WebhookQueue.Lease + TimeSpan.FromSeconds(1));
        await world.SendAsync();
        var delivery = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal((WebhookDeliveryState.Delivered, 2), (delivery.State, delivery.Attempts));
        Assert.Equal(WebhookMessage.PublicId(delivery.MessageId), Assert.Single(receiver.Messages).Id);
    }

    [Fact]
    public async Task Restart_OnSqlite_TakesUpAtOnceWhatADeadProcessHadTaken()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var receiver = await Receiver.StartAsync(200);
        var made = await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await using (var database = world.Databases.CreateDbContext()) await database.ClaimDeliveriesAsync(made.Id, 5, world.Time.GetUtcNow(), WebhookWorld.Token);
        await world.Dispatcher.StartAsync(WebhookWorld.Token);
        await receiver.NextAsync();
        await world.Dispatcher.StopAsync(WebhookWorld.Token);
        Assert.Single(receiver.Messages);
    }

    [Theory, EachDatabase]
    public async Task Stop_WhileAReceiverThinks_GivesTheMessageBackAndTheAttemptDoesNotCount(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync((context, before) => before > 0 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await world.Dispatcher.StartAsync(WebhookWorld.Token);
        await receiver.NextAsync();
        await world.Dispatcher.StopAsync(WebhookWorld.Token);
        var given = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal((WebhookDeliveryState.Pending, 0, null), (given.State, given.Attempts, given.ClaimedBy));
        await world.NewDispatcher().SendDueAsync(WebhookWorld.Token);
        Assert.Equal(2, receiver.Messages.Count);
        Assert.Single(receiver.Messages.Select(message => message.Id).Distinct());
    }

    [Theory, EachDatabase]
    public async Task SeveralNodes_SendEachMessageOnce(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(200);
        await world.AddAsync(receiver.Url);
        await world.BookAsync(40);
        var nodes = Enumerable.Range(0, 4).Select(_ => world.NewDispatcher()).ToList();
        await Task.WhenAll(nodes.Select(node => Task.Run(() => node.SendDueAsync(WebhookWorld.Token))));
        Assert.Equal(40, receiver.Messages.Count);
        Assert.Equal(40, receiver.Messages.Select(message => message.Id).Distinct().Count());
        Assert.All(await world.DeliveriesAsync(), delivery => Assert.Equal((WebhookDeliveryState.Delivered, 1), (delivery.State, delivery.Attempts)));
    }

    [Fact]
    public async Task SlowReceivers_HoweverMany_DelayNoOther()
    {
        // Six slow receivers and four places: the slow ones hold the half that they share, and the quick one goes past them.
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, WebhookWorld.Open with { AtOnce = 4, TimeLimitSeconds = 30 });
        await using var quick = await Receiver.StartAsync(200);
        await world.AddAsync(quick.Url);
        await world.BookAsync();
        await world.SendAsync();
        Assert.Single(quick.Messages);

        var let = new TaskCompletionSource();
        await using var slow = await Receiver.StartAsync((_, _) => let.Task);
        for (var i = 0; i < 6; i++) await world.AddAsync(slow.Url);
        await world.BookAsync(3);
        await world.Dispatcher.StartAsync(WebhookWorld.Token);
        for (var i = 0; i < 4; i++) await quick.NextAsync();
        await slow.NextAsync();
        await slow.NextAsync();
        await world.BookAsync();
        await quick.NextAsync();
        Assert.Equal(5, quick.Messages.Count);
        Assert.Equal(2, slow.Messages.Count);
        let.SetResult();
        for (var i = 0; i < 22; i++) await slow.NextAsync();
        await world.Dispatcher.StopAsync(WebhookWorld.Token);
        Assert.Equal(24, slow.Messages.Count);
    }

    [Fact]
    public async Task Test_SendsAtOnceAndStandsInNoLog()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var receiver = await Receiver.StartAsync(418);
        var made = await world.AddAsync(receiver.Url, WebhookEventTypes.ShipmentBooked);
        await world.Change.SwitchAsync(world.Actor, made.Id, on: false, WebhookWorld.Token);
        var attempt = await world.Test.ExecuteAsync(world.Actor, made.Id, WebhookWorld.Token);
        Assert.Equal((418, "noted", false), (attempt!.Status!.Value, attempt.Answer, attempt.IsSuccess));
        var message = Assert.Single(receiver.Messages);
        Assert.True(message.IsSignedWith(made.Secret!));
        Assert.Contains("\"type\":\"webhook.test\"", message.Body, StringComparison.Ordinal);
        Assert.Empty(await world.DeliveriesAsync());
    }

    [Theory, EachDatabase]
    public async Task Old_IsDeletedAfterItsTime(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(200, 410);
        await world.AddAsync(receiver.Url);
        await world.BookAsync(3);
        await world.SendAsync();
        await using var database = world.Databases.CreateDbContext();
        var tried = (await world.DeliveriesAsync()).Count(delivery => delivery.TriedAt is not null);
        Assert.Equal(tried, await database.WebhookAttempts.CountAsync(WebhookWorld.Token));
        async Task<(int Deliveries, int Messages)> CountAfterAsync(TimeSpan age)
        {
            await database.CleanWebhooksAsync(world.Time.GetUtcNow() + age, WebhookWorld.Token);
            return (await database.WebhookDeliveries.CountAsync(WebhookWorld.Token), await database.WebhookMessages.CountAsync(WebhookWorld.Token));
        }

        Assert.Equal((3, 3), await CountAfterAsync(WebhookCleaning.DeliveredFor - TimeSpan.FromMinutes(1)));
        Assert.Equal((2, 2), await CountAfterAsync(WebhookCleaning.DeliveredFor + TimeSpan.FromMinutes(1)));
        Assert.Equal(tried - 1, await database.WebhookAttempts.CountAsync(WebhookWorld.Token));
        Assert.Equal((0, 0), await CountAfterAsync(WebhookCleaning.OthersFor + TimeSpan.FromMinutes(1)));
        Assert.Equal(0, await database.WebhookAttempts.CountAsync(WebhookWorld.Token));
    }
}
