using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerPortal.Data;
using SellerPortal.Data.Webhooks;
using SellerPortal.Data.Work;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// Sends messages in the background, each endpoint in a lane of its own. A lane sends one message at a time until its
/// receiver has answered well and soon, then several; one whose receiver did not answer in time rests. A slow or dead
/// receiver holds up its own lane and no other.
/// </summary>
internal sealed partial class WebhookDispatcher(
    IDbContextFactory<PortalDbContext> factory, DeliverWebhooks deliver, WebhookPaces paces, WorkSignal signal, IOptions<WebhookOptions> options, TimeProvider time, ILogger<WebhookDispatcher> log)
    : BackgroundService
{
    private const int MostLearnt = 1_000;
    private static readonly TimeSpan CleanEvery = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<Guid, Task> lanes = new();
    private readonly WebhookPlaces places = new(options.Value.AtOnce);
    private DateTimeOffset cleaned;

    /// <summary>Sends all that is due now and waits until it is sent.</summary>
    internal async Task SendDueAsync(CancellationToken token)
    {
        await StartLanesAsync(token);
        await Task.WhenAll(lanes.Values);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        places.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using (var database = await factory.CreateDbContextAsync(stoppingToken)) await database.ReleaseDeadClaimsAsync(time.GetUtcNow(), stoppingToken);
        await WorkLoop.RunAsync(signal, LookAsync, fault => Interrupted(log, fault), stoppingToken);
        await Task.WhenAll(lanes.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> LookAsync(CancellationToken token)
    {
        await StartLanesAsync(token);
        if (time.GetUtcNow() - cleaned < CleanEvery) return false;
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.CleanWebhooksAsync(time.GetUtcNow(), token)) return true;
        cleaned = time.GetUtcNow();
        return false;
    }

    private async Task StartLanesAsync(CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var due = (await database.DueEndpointsAsync(time.GetUtcNow(), token)).FindAll(endpoint => !lanes.ContainsKey(endpoint.Id));
        await LearnAsync(database, due.FindAll(endpoint => !paces.Knows(endpoint)), token);
        foreach (var endpoint in due.Select(endpoint => endpoint.Id).Where(endpoint => !paces.Rests(endpoint)))
        {
            // Only this loop adds lanes. The task begins on another thread, and only once it is written down can it end and strike itself out.
            var written = new TaskCompletionSource();
            lanes[endpoint] = RunLaneAsync(endpoint, written.Task, token);
            written.SetResult();
        }
    }

    /// <summary>Takes from the database what another node, or this one before its start, has found of endpoints.</summary>
    private async Task LearnAsync(PortalDbContext database, List<DueEndpoint> endpoints, CancellationToken token)
    {
        foreach (var some in endpoints.Chunk(MostLearnt))
        {
            var slow = await database.SlowAttemptsAsync([.. some.Select(endpoint => endpoint.Id)], options.Value.Quick, token);
            foreach (var endpoint in some) paces.Learn(endpoint, slow.GetValueOrDefault(endpoint.Id));
        }
    }

    private async Task RunLaneAsync(Guid endpoint, Task written, CancellationToken stopping)
    {
        await written.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            while (await RoundAsync(endpoint, stopping))
            {
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What was claimed has been given back.
        }
#pragma warning disable CA1031 // Whatever the database has, the next look begins the lane anew.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Interrupted(log, fault);
        }
        finally
        {
            lanes.TryRemove(endpoint, out _);
        }
    }

    /// <returns>True while more may be due, and the receiver answers in time.</returns>
    private async Task<bool> RoundAsync(Guid endpoint, CancellationToken stopping)
    {
        var pace = paces.Of(endpoint);
        using var place = await places.TakeAsync(pace, stopping);
        var more = pace == WebhookPace.Quick ? places.TryTakeMore(options.Value.AtOncePerEndpoint - 1) : 0;
        try
        {
            var attempts = await deliver.RoundAsync(endpoint, 1 + more, pace, stopping);
            paces.Note(endpoint, attempts);
            return attempts.Count > 0 && !paces.Rests(endpoint);
        }
        finally
        {
            places.Return(more);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The sending of webhooks is interrupted.")]
    private static partial void Interrupted(ILogger log, Exception fault);
}
