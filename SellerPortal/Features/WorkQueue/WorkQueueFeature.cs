namespace SellerPortal.Features.WorkQueue;

/// <summary>What the portal does in the background, for admins: what waits, and what was given up.</summary>
public static class WorkQueueFeature
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddWorkQueue(this IServiceCollection services)
    {
        services.AddScoped<ListWork>();
        services.AddScoped<DecideWork>();
        return services;
    }
}
