namespace SellerPortal.Features.Quotes;

/// <summary>What it costs to post an article, by every product; open to everybody.</summary>
public static class QuotesFeature
{
    /// <summary>Registers the feature.</summary>
    public static IServiceCollection AddQuotes(this IServiceCollection services) => services.AddSingleton<GetQuotes>();

    /// <summary>Maps the endpoint.</summary>
    public static IEndpointRouteBuilder MapQuotes(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapQuoteEndpoint();
        return endpoints;
    }
}
