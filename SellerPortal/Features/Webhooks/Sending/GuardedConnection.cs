using System.Net;
using System.Net.Sockets;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// Connects to what a name leads to at this moment, and only to public addresses. The check stands where the connection
/// is made, so that a name that leads elsewhere a moment later does not get by.
/// </summary>
internal static class GuardedConnection
{
    /// <summary>Opens a connection.</summary>
    /// <param name="target">Name and port.</param>
    /// <param name="names">Knows where names lead.</param>
    /// <param name="pace">The pace of the receiver.</param>
    /// <param name="allowPrivate">True to connect to any address.</param>
    /// <param name="token">Stops the attempt.</param>
    /// <exception cref="BlockedAddressException">The name leads to no public address.</exception>
    /// <exception cref="SocketException">The name is unknown, or nothing accepts the connection.</exception>
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint target, NameResolver names, WebhookPace pace, bool allowPrivate, CancellationToken token)
    {
        var found = await names.FindAsync(target.Host, pace, token);
        var addresses = allowPrivate ? found : Array.FindAll(found, PublicAddresses.Include);
        if (addresses.Length == 0) throw new BlockedAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name leads to no public address.</summary>
public sealed class BlockedAddressException() : IOException("The name leads to no public address.");
