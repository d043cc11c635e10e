namespace SellerPortal.Features.Shipments;

/// <summary>The list of shipments, one shipment's page, and the start page.</summary>
public static class ShipmentsFeature
{
    /// <summary>Registers the reads of the pages.</summary>
    public static IServiceCollection AddShipments(this IServiceCollection services)
    {
        services.AddScoped<ListShipments>();
        services.AddScoped<ReadShipment>();
        services.AddScoped<ReadToday>();
        return services;
    }
}
