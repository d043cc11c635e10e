namespace SellerPortal.Features.Pincodes;

/// <summary>Checking a pincode and finding a post office; open to everybody.</summary>
public static class PincodesFeature
{
    /// <summary>Registers the feature.</summary>
    public static IServiceCollection AddPincodes(this IServiceCollection services) => services.AddSingleton<LookUpPincode>();

    /// <summary>Maps the endpoints.</summary>
    public static IEndpointRouteBuilder MapPincodes(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPincodeEndpoints();
        ServiceabilityEndpoint.Map(endpoints);
        return endpoints;
    }
}
