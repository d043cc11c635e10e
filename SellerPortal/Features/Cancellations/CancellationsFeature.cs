namespace SellerPortal.Features.Cancellations;

/// <summary>A seller cancels parcels before they are dispatched, or recalls them on their way.</summary>
public static class CancellationsFeature
{
    /// <summary>Registers the use cases and their settings.</summary>
    public static IServiceCollection AddCancellations(this IServiceCollection services)
    {
        services.AddOptions<CancellationOptions>()
            .BindConfiguration("Cancellations")
            .Validate(options => options.IsSound, "Cancellations:RefundPercent and RefundPercentAfterHandOver must be 0 to 100.")
            .ValidateOnStart();
        services.AddScoped<CancelShipments>();
        services.AddScoped<RecallShipment>();
        services.AddScoped<ReadCandidates>();
        services.AddScoped<ReadSheetToCancel>();
        return services;
    }

    /// <summary>Maps the cancellation of the API.</summary>
    public static IEndpointRouteBuilder MapCancellations(this IEndpointRouteBuilder endpoints)
    {
        CancellationEndpoint.Map(endpoints);
        return endpoints;
    }
}
