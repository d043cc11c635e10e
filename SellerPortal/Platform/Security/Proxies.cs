using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace SellerPortal.Platform.Security;

/// <summary>
/// The proxies in front of the portal, where TLS ends: the setting "Proxies" names their addresses and networks. They alone
/// are believed when they say for whom they call and by which scheme; anybody else could name a new address with each call.
/// </summary>
public static class Proxies
{
    private const string Setting = "Proxies";

    private static readonly char[] Separators = [',', ' '];

    /// <summary>Reads the setting; what is neither an address nor a network stops the start.</summary>
    public static IServiceCollection AddPortalProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ForwardedHeadersOptions>()
            .Configure(options => Trust(options, Named(configuration)))
            .Validate(_ => Array.TrueForAll(Named(configuration), text => IPAddress.TryParse(text, out var _) || IPNetwork.TryParse(text, out var _)), "Proxies must hold addresses and networks separated by commas, such as 10.0.0.5, 10.1.0.0/16.")
            .ValidateOnStart();
        return services;
    }

    /// <summary>Takes over what the proxies say of the caller. Stands before everything that asks for its address or the scheme.</summary>
    public static IApplicationBuilder UsePortalProxies(this IApplicationBuilder app)
    {
        // Without a proxy nobody is believed; the middleware would then believe everybody.
        var options = app.ApplicationServices.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
        return options.KnownProxies.Count + options.KnownIPNetworks.Count == 0 ? app : app.UseForwardedHeaders();
    }

    private static string[] Named(IConfiguration configuration) =>
        (configuration[Setting] ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static void Trust(ForwardedHeadersOptions options, string[] named)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

        // As many as are known, one behind the other.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in named)
        {
            if (IPAddress.TryParse(text, out var address)) options.KnownProxies.Add(address);
            else if (IPNetwork.TryParse(text, out var network)) options.KnownIPNetworks.Add(network);
        }
    }
}
