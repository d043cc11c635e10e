using Microsoft.AspNetCore.Authorization;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Start;

namespace SellerPortal.Features.Sellers;

/// <summary>Sellers register, admins decide.</summary>
public static class SellersFeature
{
    /// <summary>Registers the use cases, and the series of customer ids and contract numbers.</summary>
    public static IServiceCollection AddSellers(this IServiceCollection services)
    {
        services.AddSingleton<SellerFormCheck>();
        services.AddScoped<SellerWords>();
        services.AddSingleton<SellerLetters>();
        services.AddScoped<RegisterSeller>();
        services.AddScoped<OwnerInvitation>();
        services.AddScoped<PartnerSellers>();
        services.AddScoped<ResubmitSeller>();
        services.AddScoped<MovePickup>();
        services.AddScoped<ReadSeller>();
        services.AddScoped<ListSellers>();
        services.AddScoped<ApproveSeller>();
        services.AddScoped<RejectSeller>();
        services.AddScoped<IAuthorizationHandler, ApprovedSellerHandler>();
        services.AddSingleton<IDataSeed, NumberSeriesSeed>();
        return services;
    }

    /// <summary>Maps the sellers of the API.</summary>
    public static IEndpointRouteBuilder MapSellers(this IEndpointRouteBuilder endpoints)
    {
        SellerEndpoints.Map(endpoints);
        return endpoints;
    }
}
