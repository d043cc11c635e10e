using Microsoft.Extensions.DependencyInjection.Extensions;
using SellerPortal.Data.Work;
using SellerPortal.Printing;

namespace SellerPortal.Features.Labels;

/// <summary>Labels: printed again at any time, one by one or thousands in a file, for every printer, with the same numbers.</summary>
public static class LabelsFeature
{
    /// <summary>Registers the printers, which hold the fonts, the use cases, and the work that makes files.</summary>
    public static IServiceCollection AddLabels(this IServiceCollection services)
    {
        services.TryAddSingleton<PrinterFonts>();
        services.AddSingleton<LabelPrinter>(provider => new LabelPrinter(provider.GetRequiredService<PrinterFonts>())).AddSingleton<ZplPrinter>();
        services.AddSingleton<LabelSender>();
        services.AddScoped<PrintLabels>().AddScoped<LabelFiles>().AddScoped<OrderFile>();
        return services.AddScoped<IWorkHandler, DrawLabelFile>();
    }

    /// <summary>Maps the label of one shipment, of several, of a file, and the sample.</summary>
    public static IEndpointRouteBuilder MapLabels(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/shipments/{id:guid}/label", LabelEndpoints.OneAsync);
        routes.MapGet("/shipments/labels", LabelEndpoints.SeveralAsync);
        routes.MapGet("/labels/{id:guid}/file", LabelEndpoints.FileAsync);
        routes.MapGet("/labels/test", LabelEndpoints.TestAsync);
        LabelApiEndpoints.Map(routes);
        return routes;
    }
}
