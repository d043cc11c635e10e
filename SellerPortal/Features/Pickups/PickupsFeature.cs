using SellerPortal.Data.Outbox;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.Pickups;

/// <summary>Pickups: an agent of the post office fetches parcels at the seller's door, once or on chosen weekdays.</summary>
public static class PickupsFeature
{
    /// <summary>Registers the use cases, their settings, and the schedule of repeating pickups.</summary>
    public static IServiceCollection AddPickups(this IServiceCollection services)
    {
        services.AddOptions<PickupRules>()
            .BindConfiguration("Pickups")
            .Validate(
                rules => rules.IsSound,
                $"Pickups:CutOffMinutes must be 0 to 1440, Capacity and MinimumParcels at least 1, DaysAhead 0 to {PickupRules.MostDaysAhead}, RepeatLeadMinutes 10 to 600.")
            .ValidateOnStart();
        services.AddScoped<PickupDesk>().AddScoped<OpenPickupDesk>().AddScoped<ReadPickupLocations>().AddScoped<ListPickups>().AddScoped<ReadPickup>();
        services.AddScoped<RequestPickup>().AddScoped<ReschedulePickup>().AddScoped<CancelPickup>().AddScoped<CarryOutPickup>().AddScoped<NameAgent>().AddSingleton<TellPickupFailed>();
        services.AddScoped<IShipmentChangeHandler, ParcelsLeavePickup>();
        services.AddScoped<ManageRepeats>().AddScoped<MakeRepeatPickups>().AddScoped<SettleRepeats>().AddScoped<TellPickupNotMade>();
        return services.AddPickupSchedule();
    }

    /// <summary>Maps the pickups of the API.</summary>
    public static IEndpointRouteBuilder MapPickups(this IEndpointRouteBuilder endpoints)
    {
        PickupEndpoints.Map(endpoints);
        PickupRepeatEndpoints.Map(endpoints);
        return endpoints;
    }
}
