namespace SellerPortal.Features.Quotes;

/// <summary>What it costs to post an article, by every product; open to everybody.</summary>
public static class QuotesFeature
{
    /// <summary>Registers the feature.</summary>
    public static IServiceCollection AddQuotes(this IServiceCollection services) => services.AddSingleton<GetQuotes>().AddSingleton<QuoteFaultProblems>();

    /// <summary>Maps the endpoints.</summary>
    public static IEndpointRouteBuilder MapQuotes(this IEndpointRouteBuilder endpoints)
    {
        QuoteEndpoint.Map(endpoints);
        QuoteBatchEndpoint.Map(endpoints);
        return endpoints;
    }
}
