using Microsoft.Extensions.DependencyInjection.Extensions;
using SellerPortal.Printing;

namespace SellerPortal.Features.Labels;

/// <summary>Labels as PDF, for one shipment or a batch.</summary>
public static class LabelsFeature
{
    /// <summary>Registers the printer, which holds the fonts, and the use case.</summary>
    public static IServiceCollection AddLabels(this IServiceCollection services)
    {
        services.TryAddSingleton<PrinterFonts>();
        return services
            .AddSingleton<LabelPrinter>(provider => new LabelPrinter(provider.GetRequiredService<PrinterFonts>()))
            .AddScoped<PrintLabels>();
    }

    /// <summary>Maps the label of one shipment and the labels of several.</summary>
    public static IEndpointRouteBuilder MapLabels(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/shipments/{id:guid}/label", LabelEndpoints.OneAsync);
        routes.MapGet("/shipments/labels", LabelEndpoints.SeveralAsync);
        return routes;
    }
}
