using Quartz;

namespace SellerPortal.Features.Pickups;

/// <summary>Runs <see cref="MakeRepeatPickups"/> every few minutes. It asks the clock and the database and so needs no memory of what it did.</summary>
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

/// <summary>Makes the repeating pickups that are due.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RepeatPickupsJob(MakeRepeatPickups make, ILogger<RepeatPickupsJob> log) : IJob
{
    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var made = await make.ExecuteAsync(cancellationToken);
        if (made > 0) Made(log, made);
    }

    [LoggerMessage(LogLevel.Information, "{Count} repeating pickups were requested.")]
    private static partial void Made(ILogger log, int count);
}
