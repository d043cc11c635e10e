using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Work;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data.Work;

public sealed class WorkRunnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Runner_ItemFailsTwice_IsTriedAgainAndThenGone(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var handler = new Handler { FailFirst = 2 };
        await using var services = await RunAsync(databases, handler);
        await EnqueueAsync(databases, services, "letter");
        await UntilAsync(databases, database => database.WorkItems.AllAsync(_ => false, Token));
        Assert.Equal(["letter 1", "letter 2", "letter 3"], handler.Seen);
    }

    [Theory, EachDatabase]
    public async Task Runner_ItemFailsForEver_IsDeadWithItsFault(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var handler = new Handler { FailFirst = 99 };
        await using var services = await RunAsync(databases, handler);
        await EnqueueAsync(databases, services, "letter");
        await UntilAsync(databases, database => database.WorkItems.AnyAsync(item => item.DeadAt != null, Token));
        await using var database = databases.CreateDbContext();
        var dead = await database.WorkItems.SingleAsync(Token);
        Assert.Equal((4, "InvalidOperationException: The post is shut."), (dead.Attempts, dead.LastFault));
        Assert.Equal(["letter 4"], handler.GivenUp);
    }

    [Theory, EachDatabase]
    public async Task Runner_ItemIsRefusedForGood_IsDeadAtOnce(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var services = await RunAsync(databases, new Handler { Refuses = true });
        await EnqueueAsync(databases, services, "letter");
        await UntilAsync(databases, database => database.WorkItems.AnyAsync(item => item.DeadAt != null, Token));
        await using var database = databases.CreateDbContext();
        Assert.Equal(1, (await database.WorkItems.SingleAsync(Token)).Attempts);
    }

    [Theory, EachDatabase]
    public async Task Runner_StoppedInTheMiddle_GivesTheItemBack(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var handler = new Handler { Hangs = true };
        var services = await RunAsync(databases, handler);
        await EnqueueAsync(databases, services, "letter");
        await UntilAsync(databases, _ => Task.FromResult(!handler.Seen.IsEmpty));
        await StopAsync(services);
        await using var database = databases.CreateDbContext();
        var item = await database.WorkItems.SingleAsync(Token);
        Assert.Equal((null, 0), (item.ClaimedBy, item.Attempts));
    }

    [Fact]
    public async Task Runner_StartsOnSqliteAfterACrash_TakesUpAtOnceWhatTheDeadProcessHadClaimed()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var database = databases.CreateDbContext())
        {
            database.Enqueue("test", "letter", DateTimeOffset.UnixEpoch);
            await database.SaveChangesAsync(Token);
            Assert.NotNull(await database.ClaimAsync("test", TimeProvider.System.GetUtcNow(), Token));
        }

        var handler = new Handler();
        await using var services = await RunAsync(databases, handler);
        await UntilAsync(databases, database => database.WorkItems.AllAsync(_ => false, Token));
        Assert.Equal(["letter 2"], handler.Seen);
        await StopAsync(services);
    }

    private static async Task<ServiceProvider> RunAsync(TestDatabase databases, Handler handler)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDbContextFactory<PortalDbContext>>(databases)
            .AddSingleton<IWorkHandler>(handler)
            .AddPortalWork()
            .BuildServiceProvider();
        foreach (var service in services.GetServices<IHostedService>()) await service.StartAsync(Token);
        return services;
    }

    private static async Task StopAsync(ServiceProvider services)
    {
        foreach (var service in services.GetServices<IHostedService>()) await service.StopAsync(Token);
        await services.DisposeAsync();
    }

    private static async Task EnqueueAsync(TestDatabase databases, ServiceProvider services, string payload)
    {
        await using var database = databases.CreateDbContext();
        database.Enqueue("test", payload, TimeProvider.System.GetUtcNow());
        await database.SaveChangesAsync(Token);
        services.GetRequiredService<WorkSignal>().Pulse();
    }

    private static async Task UntilAsync(TestDatabase databases, Func<PortalDbContext, Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            await using var database = databases.CreateDbContext();
            if (await holds(database)) return;
            await Task.Delay(20, patience.Token);
        }
    }

    private sealed class Handler : IWorkHandler
    {
        public int FailFirst { get; init; }

        public bool Hangs { get; init; }

        public bool Refuses { get; init; }

        public ConcurrentQueue<string> Seen { get; } = [];

        public ConcurrentQueue<string> GivenUp { get; } = [];

        public string Kind => "test";

        public TimeSpan? RetryAfter(int attempts) => attempts < 4 ? TimeSpan.Zero : null;

        public async Task ExecuteAsync(WorkItem item, CancellationToken token)
        {
            Seen.Enqueue($"{item.Payload} {item.Attempts}");
            if (Hangs) await Task.Delay(Timeout.Infinite, token);
            if (Refuses) throw new WorkRefusedException("There is no such place.");
            if (item.Attempts <= FailFirst) throw new InvalidOperationException("The post is shut.");
        }

        public Task GiveUpAsync(PortalDbContext database, WorkItem item, CancellationToken token)
        {
            GivenUp.Enqueue($"{item.Payload} {item.Attempts}");
            return Task.CompletedTask;
        }
    }
}
