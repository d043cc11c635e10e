using SellerPortal.Data.Work;
using SellerPortal.Features.BulkBooking.Checking;
using SellerPortal.Features.BulkBooking.Sheets;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.BulkBooking;

/// <summary>A seller books many parcels from a sheet.</summary>
public static class BulkBookingFeature
{
    /// <summary>Registers the use cases and the work done in the background.</summary>
    public static IServiceCollection AddBulkBooking(this IServiceCollection services)
    {
        services.AddScoped<OrderSheetLabels>();
        services.AddScoped<IWorkHandler, CheckSheet>();
        services.AddScoped<IWorkHandler, BookRows>();
        services.AddScoped<UploadSheet>();
        services.AddScoped<JobSteps>();
        services.AddScoped<CorrectRow>();
        services.AddScoped<ReadJobs>();
        services.AddScoped<RowWords>();
        services.AddScoped<SheetDownloads>();
        return services;
    }

    /// <summary>Maps the upload and the downloads.</summary>
    public static IEndpointRouteBuilder MapBulkBooking(this IEndpointRouteBuilder routes)
    {
        var bulk = routes.MapGroup(PortalUrls.Bulk).RequireAuthorization(Policies.Seller);
        bulk.MapPost("/upload", BulkEndpoints.UploadAsync).RequireAuthorization(Policies.Book);
        bulk.MapGet("/template.xlsx", BulkEndpoints.Template);
        bulk.MapGet("/template.csv", BulkEndpoints.CsvTemplate);
        bulk.MapGet("/{id:guid}/errors.xlsx", BulkEndpoints.ErrorsAsync);
        bulk.MapGet("/{id:guid}/result.xlsx", BulkEndpoints.ResultAsync);
        return routes;
    }
}
