namespace SellerPortal.Features.TariffAdmin;

/// <summary>The tariffs that are loaded: an admin's page, and the API that anyone may read.</summary>
public static class TariffAdminFeature
{
    /// <summary>Maps the tariffs of the API.</summary>
    public static IEndpointRouteBuilder MapTariffs(this IEndpointRouteBuilder endpoints)
    {
        TariffEndpoints.Map(endpoints);
        return endpoints;
    }
}
