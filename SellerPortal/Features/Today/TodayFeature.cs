namespace SellerPortal.Features.Today;

/// <summary>The page after signing in: what to do today, and how the last thirty days went.</summary>
public static class TodayFeature
{
    /// <summary>Registers the reads of the page.</summary>
    public static IServiceCollection AddToday(this IServiceCollection services)
    {
        services.AddScoped<ReadToday>();
        services.AddScoped<ReadMonth>();
        services.AddScoped<ReadWaiting>();
        services.AddScoped<ReadLowDeposit>();
        return services;
    }
}
