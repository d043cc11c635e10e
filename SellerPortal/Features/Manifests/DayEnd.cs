namespace SellerPortal.Features.Manifests;

/// <summary>
/// Closes the manifests of a day when it ends, and after a start those of days that ended meanwhile. It looks every
/// minute and asks the clock and the database, so it needs no memory of what it did.
/// </summary>
internal sealed partial class DayEnd(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DayEnd> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        try
        {
            do
            {
                await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task LookAsync(CancellationToken token)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var closed = await scope.ServiceProvider.GetRequiredService<CloseManifest>().CloseEndedDaysAsync(token);
            if (closed > 0) Closed(log, closed);
        }
#pragma warning disable CA1031 // Whatever the database has, the next look closes what this one could not.
        catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Failed(log, fault);
        }
    }

    [LoggerMessage(LogLevel.Information, "The end of the day closed {Count} manifests.")]
    private static partial void Closed(ILogger log, int count);

    [LoggerMessage(LogLevel.Warning, "Manifests could not be closed; they will be looked at again.")]
    private static partial void Failed(ILogger log, Exception fault);
}
