using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace SellerPortal.Platform.Culture;

/// <summary>The languages of the portal, and how the language of a request is found: cookie first, then the browser's wish.</summary>
public static class PortalCulture
{
    public const string English = "en-IN";
    public const string Hindi = "hi-IN";

    /// <summary>All languages, the default first.</summary>
    public static IReadOnlyList<string> Supported { get; } = [English, Hindi];

    /// <summary>True when the current request or circuit speaks Hindi.</summary>
    public static bool IsHindi => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "hi";

    /// <summary>Registers the languages.</summary>
    public static IServiceCollection AddPortalCulture(this IServiceCollection services)
    {
        services.AddLocalization();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(English);
            options.AddSupportedCultures([.. Supported]);
            options.AddSupportedUICultures([.. Supported]);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider(),
                new CustomRequestCultureProvider(context => Task.FromResult(WishOf(context.Request))),
            ];
        });
    }

    /// <summary>The browser names bare "hi" as often as "hi-IN", which the framework's own provider does not take for Hindi.</summary>
    private static ProviderCultureResult? WishOf(HttpRequest request)
    {
        var first = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault();
        return first?.Value.StartsWith("hi", StringComparison.OrdinalIgnoreCase) == true
            && (first.Value.Length == 2 || first.Value.Value![2] == '-')
            ? new ProviderCultureResult(Hindi)
            : null;
    }
}
