namespace SellerPortal.Features.PickupLocations;

/// <summary>A seller keeps the places it sends from; one of them is the default.</summary>
public static class PickupLocationsFeature
{
    /// <summary>Registers the use cases of the pickup locations.</summary>
    public static IServiceCollection AddPickupLocations(this IServiceCollection services)
    {
        services.AddScoped<ReadLocations>();
        services.AddScoped<AddLocation>();
        services.AddScoped<ChangeLocation>();
        services.AddScoped<MakeDefaultLocation>();
        services.AddScoped<RemoveLocation>();
        return services;
    }

    /// <summary>Maps the API.</summary>
    public static IEndpointRouteBuilder MapPickupLocations(this IEndpointRouteBuilder endpoints)
    {
        LocationEndpoints.Map(endpoints);
        return endpoints;
    }
}
