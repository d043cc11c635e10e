using System.Net;
using System.Net.Sockets;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// Tells addresses of the public internet from all others: an address that a seller writes down must not lead into the
/// network of the portal. After the registries of special addresses of IANA (RFC 6890 and what came later).
/// </summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] Special =
    [
        IPNetwork.Parse("0.0.0.0/8"),
        IPNetwork.Parse("10.0.0.0/8"),
        // Shared by carriers behind one address; some clouds have their metadata here.
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("127.0.0.0/8"),
        // Link-local; the metadata of most clouds.
        IPNetwork.Parse("169.254.0.0/16"),
        // The wire server of Azure, a public address that means the machine's own host.
        IPNetwork.Parse("168.63.129.16/32"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.31.196.0/24"),
        IPNetwork.Parse("192.52.193.0/24"),
        IPNetwork.Parse("192.88.99.0/24"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("192.175.48.0/24"),
        IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"),
        // Multicast, reserved, and broadcast.
        IPNetwork.Parse("224.0.0.0/3"),
        // Teredo, benchmarks, ORCHID and others that only look global; documentation; 6to4, which holds any IPv4 address.
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("2620:4f:8000::/48"),
        IPNetwork.Parse("3fff::/20"),
    ];

    /// <summary>All of IPv6 that is given out for the public internet: the rest is local, mapped, translated or unused.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>True for an address that the public internet leads to.</summary>
    public static bool Include(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(address)) return false;
        return !Array.Exists(Special, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
