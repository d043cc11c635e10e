using SellerPortal.Data.Outbox;

namespace SellerPortal.Data.Work;

/// <summary>Puts the background work into the services.</summary>
public static class WorkServices
{
    /// <summary>Registers the queue's runner and the relay of shipment changes.</summary>
    public static IServiceCollection AddPortalWork(this IServiceCollection services)
    {
        services.AddSingleton<WorkSignal>();
        services.AddHostedService<WorkRunner>();
        services.AddSingleton<ShipmentChangeRelay>();
        services.AddHostedService(provider => provider.GetRequiredService<ShipmentChangeRelay>());
        return services;
    }
}
