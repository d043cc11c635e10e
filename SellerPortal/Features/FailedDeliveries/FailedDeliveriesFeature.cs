using SellerPortal.Data.Outbox;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>A seller helps with parcels that could not be delivered, are held, or are not seen any more.</summary>
public static class FailedDeliveriesFeature
{
    /// <summary>Registers the use cases, their setting, and what closes an instruction.</summary>
    public static IServiceCollection AddFailedDeliveries(this IServiceCollection services)
    {
        services.AddOptions<SilenceRules>()
            .BindConfiguration("FailedDeliveries")
            .Validate(options => options.IsSound, "FailedDeliveries:SilentDays must be 1 to 60.")
            .ValidateOnStart();
        services.AddScoped<GiveInstruction>();
        services.AddScoped<ReadFailures>();
        services.AddScoped<IShipmentChangeHandler, ScansCloseInstructions>();
        return services;
    }

    /// <summary>Maps the instructions of the API.</summary>
    public static IEndpointRouteBuilder MapFailedDeliveries(this IEndpointRouteBuilder endpoints)
    {
        InstructionEndpoints.Map(endpoints);
        return endpoints;
    }
}
