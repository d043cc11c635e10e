using System.Collections.Concurrent;
using System.Net;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// Finds the addresses of names as the system does, on threads of its own. The system holds the asking thread until a name
/// server answers or is given up, half a minute perhaps: on the threads that all requests share, a few names whose servers
/// never answer would stop the whole portal.
/// </summary>
public sealed class NameResolver : IDisposable
{
    /// <summary>The most threads at once; receivers share them by their pace.</summary>
    public const int MostThreads = 16;

    private readonly Func<string, IPAddress[]> find;
    private readonly WebhookPlaces threads = new(MostThreads);
    private readonly ConcurrentDictionary<string, Task<IPAddress[]>> searches = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource ended = new();

    public NameResolver()
        : this(Dns.GetHostAddresses)
    {
    }

    internal NameResolver(Func<string, IPAddress[]> find) => this.find = find;

    /// <summary>The addresses of a name. A search that goes on when nobody waits any more holds its thread, and serves whoever asks for the same name.</summary>
    /// <param name="name">A name, or an address as it is written.</param>
    /// <param name="pace">The pace of the receiver.</param>
    /// <param name="token">Ends the wait, also the one for a thread.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The name is unknown.</exception>
    public async Task<IPAddress[]> FindAsync(string name, WebhookPace pace, CancellationToken token)
    {
        if (IPAddress.TryParse(name, out var written)) return [written];
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(token, ended.Token);
        if (!searches.TryGetValue(name, out var search)) search = Begin(name, await threads.TakeAsync(pace, waiting.Token));
        return await search.WaitAsync(waiting.Token);
    }

    /// <summary>Ends all waits. A thread that still hangs in the system holds up no process that ends.</summary>
    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    private Task<IPAddress[]> Begin(string name, IDisposable place)
    {
        var found = new TaskCompletionSource<IPAddress[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var search = searches.GetOrAdd(name, found.Task);
        if (search == found.Task) new Thread(() => Search(name, found, place)) { IsBackground = true, Name = "Name of a webhook" }.Start();
        else place.Dispose();
        return search;
    }

    private void Search(string name, TaskCompletionSource<IPAddress[]> found, IDisposable place)
    {
        try
        {
            found.SetResult(find(name));
        }
#pragma warning disable CA1031 // Whoever waits hears of it; on a thread of its own it would end the process.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            found.SetException(fault);

            // Seen, also where nobody waits any more.
            _ = found.Task.Exception;
        }
        finally
        {
            searches.TryRemove(name, out _);
            place.Dispose();
        }
    }
}
