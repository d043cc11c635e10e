using Microsoft.Extensions.DependencyInjection.Extensions;
using SellerPortal.Data.Outbox;
using SellerPortal.Printing;
using SellerPortal.Printing.Manifests;

namespace SellerPortal.Features.Manifests;

/// <summary>Manifests: which parcels are handed over in one go, on screen and on paper, and the declarations that go with them.</summary>
public static class ManifestsFeature
{
    /// <summary>Registers the use cases, the printers, and the service that closes manifests at the end of their day.</summary>
    public static IServiceCollection AddManifests(this IServiceCollection services)
    {
        services.TryAddSingleton<PrinterFonts>();
        services.AddSingleton<ManifestPrinter>().AddSingleton<DeclarationPrinter>();
        services.AddScoped<FillManifest>().AddScoped<TakeOffManifest>().AddScoped<ReadManifests>().AddScoped<ReadCandidates>().AddScoped<ReadDeclarations>();
        services.AddScoped<CloseManifest>().AddScoped<OrderManifestLabels>();
        services.AddScoped<IShipmentChangeHandler, CancelledLeaveManifest>();
        return services.AddHostedService<DayEnd>();
    }

    /// <summary>Maps the papers and the API.</summary>
    public static IEndpointRouteBuilder MapManifests(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/manifests/{id:guid}/pdf", ManifestEndpoints.ManifestAsync);
        routes.MapGet("/manifests/{id:guid}/declarations", ManifestEndpoints.DeclarationsAsync);
        routes.MapGet("/shipments/{id:guid}/declaration", ManifestEndpoints.DeclarationAsync);
        ManifestApiEndpoints.Map(routes);
        DeclarationApiEndpoints.Map(routes);
        return routes;
    }
}
