using Quartz;

namespace SellerPortal.Features.Pickups;

/// <summary>Runs <see cref="MakeRepeatPickups"/> and <see cref="SettleRepeats"/> every few minutes. They ask the clock and the database and so need no memory of what they did.</summary>
internal static class PickupSchedule
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddPickupSchedule(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz.ScheduleJob<RepeatPickupsJob>(
            trigger => trigger.WithIdentity("repeating-pickups").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(LookEvery).RepeatForever()),
            job => job.WithIdentity("repeating-pickups")));
        return services.AddQuartzHostedService();
    }
}

/// <summary>Makes the repeating pickups that are due, and tells of those for which it is too late.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RepeatPickupsJob(MakeRepeatPickups make, SettleRepeats settle, ILogger<RepeatPickupsJob> log) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var made = await make.ExecuteAsync(cancellationToken);
        if (made > 0) Made(log, made);
        var told = await settle.ExecuteAsync(cancellationToken);
        if (told > 0) Told(log, told);
    }

    [LoggerMessage(LogLevel.Information, "{Count} repeating pickups were requested.")]
    private static partial void Made(ILogger log, int count);

    [LoggerMessage(LogLevel.Information, "{Count} repeating pickups could not be requested in time.")]
    private static partial void Told(ILogger log, int count);
}
