using SellerPortal.Features.Shipments.List;
using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments;

/// <summary>The list of shipments, and one shipment's page.</summary>
public static class ShipmentsFeature
{
    /// <summary>Registers the reads of the pages.</summary>
    public static IServiceCollection AddShipments(this IServiceCollection services)
    {
        services.AddScoped<ListShipments>();
        services.AddScoped<ListChoices>();
        services.AddScoped<ExportShipments>();
        services.AddScoped<OrderLabels>();
        services.AddScoped<ReadShipment>();
        return services;
    }

    /// <summary>Maps the export of the list, and the list of the API.</summary>
    public static IEndpointRouteBuilder MapShipments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(PortalUrls.ShipmentsExport, ExportEndpoint.Get).ExcludeFromDescription();
        ShipmentEndpoints.Map(endpoints);
        return endpoints;
    }
}
