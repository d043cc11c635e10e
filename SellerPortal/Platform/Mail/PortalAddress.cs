using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SellerPortal.Platform.Mail;

/// <summary>
/// Where the portal is reached from outside: the setting Portal:Address, else the address it listens on. Never taken
/// from a request, because whoever sends the request chooses its host, and the link in a letter would lead there.
/// </summary>
public sealed class PortalAddress(IConfiguration configuration, IServer server)
{
    /// <summary>The full address of a path of the portal.</summary>
    public string Of(string path)
    {
        var start = configuration["Portal:Address"]
            ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? "http://localhost:5080";
        return start.TrimEnd('/') + path;
    }
}
