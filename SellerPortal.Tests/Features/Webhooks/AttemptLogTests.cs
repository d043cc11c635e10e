using Microsoft.AspNetCore.Http;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Deliveries;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

public sealed class AttemptLogTests
{
    [Theory, EachDatabase]
    public async Task EveryAttempt_IsKeptWithItsOwnAnswer_AlsoAcrossAReplay(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync((context, before) =>
        {
            context.Response.StatusCode = new[] { 500, 410, 200 }[Math.Min(before, 2)];
            return context.Response.WriteAsync(before == 0 ? new string('a', 255) + "\U0001F4E6 and more" : $"answer {before}");
        });
        var made = await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await world.SendAsync();
        world.Time.Advance(TimeSpan.FromSeconds(6));
        await world.SendAsync();
        await world.Change.SwitchAsync(world.Actor, made.Id, on: true, WebhookWorld.Token);
        await world.Replay.AllAsync(world.Actor, made.Id, WebhookWorld.Token);
        await world.SendAsync();
        var row = Assert.Single((await world.List.ExecuteAsync(world.Actor, made.Id, new DeliveryFilter(null, null), WebhookWorld.Token))!.Rows);
        Assert.Equal((WebhookDeliveryState.Delivered, 1), (row.State, row.Attempts));
        Assert.Equal([500, 410, 200], row.Log.Select(attempt => attempt.AnswerStatus!.Value));
        Assert.Equal([new string('a', 255), "answer 1", "answer 2"], row.Log.Select(attempt => attempt.Answer));
        Assert.Equal(world.Time.GetUtcNow(), row.Log[2].At);
        Assert.Equal(TimeSpan.FromSeconds(6), row.Log[1].At - row.Log[0].At);
        Assert.All(row.Log, attempt => Assert.True(attempt.DurationMs >= 0));
    }

    [Theory, EachDatabase]
    public async Task NoAnswer_IsKeptWithItsReason_AndOthersSeeTheirOwn(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var well = await Receiver.StartAsync(200);
        var closed = await Receiver.StartAsync(200);
        var dead = await world.AddAsync(closed.Url);
        await closed.DisposeAsync();
        var alive = await world.AddAsync(well.Url);
        await world.BookAsync(2);
        await world.SendAsync();
        var failed = (await world.List.ExecuteAsync(world.Actor, dead.Id, new DeliveryFilter(null, null), WebhookWorld.Token))!.Rows;
        var done = (await world.List.ExecuteAsync(world.Actor, alive.Id, new DeliveryFilter(null, null), WebhookWorld.Token))!.Rows;
        Assert.All(failed, row => Assert.Equal((null, WebhookTrouble.NoConnection), (Assert.Single(row.Log).AnswerStatus, row.Log[0].Trouble)));
        Assert.All(done, row => Assert.Equal((200, null), (Assert.Single(row.Log).AnswerStatus, row.Log[0].Trouble)));
    }
}
