using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Sending;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

/// <summary>Names whose servers never answer hold threads of their own, and not all of those.</summary>
public sealed class NameResolverTests : IDisposable
{
    private static readonly IPAddress[] Here = [IPAddress.Loopback];
    private readonly ManualResetEventSlim answers = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly ConcurrentQueue<bool> ofThePool = new();
    private int atOnce;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => answers.Dispose();

    [Fact]
    public async Task Find_NamesThatNeverAnswer_HoldUpNeitherOthersNorThePool()
    {
        using var names = new NameResolver(Find);
        using var given = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 100).Select(i => names.FindAsync($"dead{i}.example", i % 2 == 0 ? WebhookPace.Slow : WebhookPace.Unknown, given.Token)).ToList();
        for (var i = 0; i < 50; i++) Assert.Equal(Here, await names.FindAsync($"quick{i}.example", WebhookPace.Quick, Token).WaitAsync(TimeSpan.FromSeconds(20), Token));
        Assert.DoesNotContain(true, ofThePool);
        Assert.InRange(asked.Count(name => name.StartsWith("dead", StringComparison.Ordinal)), 2, (NameResolver.MostThreads / 2) + (NameResolver.MostThreads / 4));
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        // Whoever waits leaves when its time is over, with a thread or without one; the threads come back when the system gives up.
        await given.CancelAsync();
        foreach (var one in waiting) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        answers.Set();
        Assert.Equal(Here, await names.FindAsync("late.example", WebhookPace.Slow, Token).WaitAsync(TimeSpan.FromSeconds(20), Token));
    }

    [Fact]
    public async Task Find_SlowNames_LeaveRoomForUnknownOnes()
    {
        using var names = new NameResolver(Find);
        using var given = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 100).Select(i => names.FindAsync($"dead{i}.example", WebhookPace.Slow, given.Token)).ToList();
        Assert.Equal(Here, await names.FindAsync("new.example", WebhookPace.Unknown, Token).WaitAsync(TimeSpan.FromSeconds(20), Token));
        await given.CancelAsync();
        foreach (var one in waiting) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        answers.Set();
    }

    [Fact]
    public async Task Find_TheSameNameAgain_TakesNoSecondThread()
    {
        using var names = new NameResolver(Find);
        using (var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => names.FindAsync("dead.example", WebhookPace.Unknown, impatient.Token));
        }

        var again = names.FindAsync("DEAD.example", WebhookPace.Unknown, Token);
        answers.Set();
        Assert.Equal(Here, await again);
        Assert.Single(asked);
    }

    [Fact]
    public async Task Find_WhatTheSystemSays_IsSaid()
    {
        using var names = new NameResolver(name => name == "here" ? Here : throw new SocketException((int)SocketError.HostNotFound));
        Assert.Equal([IPAddress.Parse("2001:db8::7")], await names.FindAsync("2001:db8::7", WebhookPace.Slow, Token));
        Assert.Equal(Here, await names.FindAsync("here", WebhookPace.Slow, Token));
        Assert.Equal(SocketError.HostNotFound, (await Assert.ThrowsAsync<SocketException>(() => names.FindAsync("nowhere", WebhookPace.Slow, Token))).SocketErrorCode);
        using var system = new NameResolver();
        Assert.Contains(IPAddress.Loopback, await system.FindAsync("localhost", WebhookPace.Slow, Token));
    }

    [Fact]
    public async Task Dispose_WhileAThreadHangs_EndsAllWaits()
    {
        var names = new NameResolver(Find);
        var waiting = Enumerable.Range(0, 20).Select(i => names.FindAsync($"dead{i}.example", WebhookPace.Slow, Token)).ToList();
        names.Dispose();
        foreach (var one in waiting) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        answers.Set();
    }

    [Fact]
    public async Task Send_NameThatNeverAnswers_EndsWithTheTimeLimit()
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite, WebhookWorld.Open with { TimeLimitSeconds = 0.3 });
        using var names = new NameResolver(Find);
        using var sender = new WebhookSender(world.Settings, world.Secrets, names, world.Time);
        await using var receiver = await Receiver.StartAsync(200);
        var port = new Uri(receiver.Url).Port;
        var dead = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => sender.SendAsync(Endpoint(world, $"http://dead{i}.example:{port}/hook"), Guid.CreateVersion7(), "{}", Token)));
        Assert.All(dead, outcome => Assert.Equal((null, WebhookTrouble.Timeout), (outcome.Status, outcome.Trouble!.Value)));
        Assert.Equal(200, (await sender.SendAsync(Endpoint(world, $"http://quick.example:{port}/hook"), Guid.CreateVersion7(), "{}", Token, WebhookPace.Quick)).Status);
        answers.Set();
    }

    private static WebhookEndpoint Endpoint(WebhookWorld world, string url) =>
        WebhookEndpoint.Create(world.Seller.Id, new WebhookWish(url, null), world.Secrets.Protect(WebhookSignature.NewSecret()), world.Actor.UserId, world.Time.GetUtcNow());

    private IPAddress[] Find(string name)
    {
        ofThePool.Enqueue(Thread.CurrentThread.IsThreadPoolThread);
        asked.Enqueue(name);
        Assert.InRange(Interlocked.Increment(ref atOnce), 1, NameResolver.MostThreads);
        try
        {
            // Not for ever, so that a test that fails leaves no thread behind.
            if (name.StartsWith("dead", StringComparison.OrdinalIgnoreCase)) answers.Wait(TimeSpan.FromSeconds(60), CancellationToken.None);
            return Here;
        }
        catch (ObjectDisposedException)
        {
            return Here;
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
    }
}
