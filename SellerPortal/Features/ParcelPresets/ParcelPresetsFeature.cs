namespace SellerPortal.Features.ParcelPresets;

/// <summary>A seller keeps the boxes that are packed again and again; the booking page offers them.</summary>
public static class ParcelPresetsFeature
{
    /// <summary>Registers the use cases of the boxes.</summary>
    public static IServiceCollection AddParcelPresets(this IServiceCollection services)
    {
        services.AddScoped<ReadBoxes>();
        services.AddScoped<KeepBox>();
        services.AddScoped<RemoveBox>();
        return services;
    }
}
