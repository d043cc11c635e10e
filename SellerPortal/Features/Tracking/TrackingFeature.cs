using SellerPortal.Features.Tracking.Intake;
using SellerPortal.Features.Tracking.Public;
using SellerPortal.Platform;

namespace SellerPortal.Features.Tracking;

/// <summary>The event feed of the post, and the public page that says where an article is.</summary>
public static class TrackingFeature
{
    /// <summary>Registers the intake and the public look-up.</summary>
    public static IServiceCollection AddTracking(this IServiceCollection services)
    {
        services.AddSingleton<ShipmentChanges>();
        services.AddSingleton<LookUpArticles>();
        services.AddScoped<RecordEvents>();
        return services;
    }

    /// <summary>Maps the endpoints.</summary>
    public static void MapTracking(this IEndpointRouteBuilder endpoints)
    {
        EventFeedEndpoint.Map(endpoints);
        TrackEndpoint.Map(endpoints);
        TrackBatchEndpoint.Map(endpoints);
    }
}
