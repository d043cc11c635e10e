using SellerPortal.Data.Seeding;
using SellerPortal.Data.Start;

namespace SellerPortal.Features.PickupAgents;

/// <summary>The roster of the agents whom post offices send for pickups, kept by the staff of the post.</summary>
public static class PickupAgentsFeature
{
    /// <summary>Registers the use cases and agents to try the portal with.</summary>
    public static IServiceCollection AddPickupAgents(this IServiceCollection services)
    {
        services.AddSingleton<IDataSeed, DemoPickupAgents>();
        return services.AddScoped<ListAgents>().AddScoped<KeepAgent>().AddScoped<LetAgentGo>();
    }
}
