using SellerPortal.Components.Layout;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Work;

namespace SellerPortal.Features.TestMode;

/// <summary>
/// The test mode: each seller has a twin with numbers, parcels, pickups, keys and webhooks of its own, and a post that is
/// made up. Nothing of it is seen by the Department, and nothing leaves the portal but webhooks.
/// </summary>
public static class TestModeFeature
{
    /// <summary>Registers the twin, the made-up scans and the bar that tells of it on every page.</summary>
    public static IServiceCollection AddTestMode(this IServiceCollection services)
    {
        services.AddScoped<OpenTestMode>();
        services.AddScoped<SimulateScan>();
        services.AddScoped<IWorkHandler, TakeTestSteps>();
        services.AddScoped<IWorkHandler, TakePickupSteps>();
        services.AddScoped<IWorkHandler, ApproveTestSellers>();
        services.AddScoped<IShipmentChangeHandler, BeginTestCourse>();
        services.AddSingleton(new TopBar(typeof(TestBar)));
        return services;
    }

    /// <summary>Maps the switch and the endpoint of the made-up scans.</summary>
    public static void MapTestMode(this IEndpointRouteBuilder endpoints)
    {
        TestModeEndpoint.Map(endpoints);
        TestScanEndpoint.Map(endpoints);
    }
}
