namespace SellerPortal.Features.ParcelChanges;

/// <summary>A seller corrects a booked parcel as long as its label, its price and the post allow it.</summary>
public static class ParcelChangesFeature
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddParcelChanges(this IServiceCollection services) => services.AddScoped<ReadChangeable>().AddScoped<ChangeParcel>();

    /// <summary>Maps the change of the API.</summary>
    public static IEndpointRouteBuilder MapParcelChanges(this IEndpointRouteBuilder endpoints)
    {
        ChangeEndpoint.Map(endpoints);
        return endpoints;
    }
}
