using SellerPortal.Domain.Work;

namespace SellerPortal.Data.Work;

/// <summary>
/// Does one kind of <see cref="WorkItem"/>. It may be called again for the same item after a crash, so what it does must
/// bear repeating. To fail is to throw; to fail for good is to throw a <see cref="WorkRefusedException"/>.
/// </summary>
public interface IWorkHandler
{
    /// <summary>The kind it does.</summary>
    string Kind { get; }

    /// <summary>How many items of the kind may be done at once on this node.</summary>
    int AtOnce => 1;

    /// <summary>The pause after the given number of failed attempts; null to give up.</summary>
    TimeSpan? RetryAfter(int attempts);

    /// <summary>Does the item. The claim on it is kept while this runs.</summary>
    Task ExecuteAsync(WorkItem item, CancellationToken token);

    /// <summary>
    /// Tells those who wait for the item that it will not be done: it failed too often or for good, or an admin deletes it after that.
    /// It may be called more than once, and an admin may have the item tried again in between.
    /// </summary>
    /// <param name="database">The transaction in which the item is given up or deleted; the handler writes with it and nothing else.</param>
    /// <param name="item">What is not done.</param>
    /// <param name="token">Stops the work.</param>
    Task GiveUpAsync(PortalDbContext database, WorkItem item, CancellationToken token) => Task.CompletedTask;
}
