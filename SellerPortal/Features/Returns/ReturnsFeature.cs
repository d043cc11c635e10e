namespace SellerPortal.Features.Returns;

/// <summary>Parcels on their way back to the seller, followed to their end.</summary>
public static class ReturnsFeature
{
    /// <summary>Registers the read of the page.</summary>
    public static IServiceCollection AddReturns(this IServiceCollection services)
    {
        services.AddScoped<ReadReturns>();
        return services;
    }
}
