using System.Collections.Concurrent;

namespace SellerPortal.Platform.Security;

/// <summary>
/// The accounts whose rights changed a moment ago. Sessions look into the database once a minute; those of an account
/// named here look at once. It knows only of changes made on this node, so on another node the minute stays.
/// </summary>
public sealed class ChangedAccounts(TimeProvider time)
{
    /// <summary>After this time every session has looked by itself.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> changes = new();

    /// <summary>Raised with the account's id, on any thread.</summary>
    public event Action<Guid>? Changed;

    /// <summary>Says that an account's rights changed; call it after the commit.</summary>
    public void Tell(Guid account)
    {
        var now = time.GetUtcNow();
        foreach (var (old, at) in changes)
        {
            if (now - at > Memory) changes.TryRemove(KeyValuePair.Create(old, at));
        }

        changes[account] = now;
        Changed?.Invoke(account);
    }

    /// <summary>True when the account changed at that time or later.</summary>
    public bool ChangedSince(Guid account, DateTimeOffset when) => changes.TryGetValue(account, out var at) && at >= when;
}
