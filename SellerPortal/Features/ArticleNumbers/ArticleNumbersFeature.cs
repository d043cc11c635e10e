using SellerPortal.Data.Seeding;
using SellerPortal.Data.Start;

namespace SellerPortal.Features.ArticleNumbers;

/// <summary>Admins keep the ranges that article numbers are taken from.</summary>
public static class ArticleNumbersFeature
{
    /// <summary>Registers the use cases, and the ranges to try the portal with.</summary>
    public static IServiceCollection AddArticleNumbers(this IServiceCollection services)
    {
        services.AddScoped<ListRanges>();
        services.AddScoped<AddRange>();
        services.AddScoped<CloseRange>();
        services.AddSingleton<IDataSeed, DemoArticleNumbers>();
        services.AddSingleton<IDataSeed, TestArticleNumbers>();
        return services;
    }
}
