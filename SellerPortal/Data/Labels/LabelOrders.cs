using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Data.Labels;

/// <summary>Orders files of many labels. Whoever has shipments can do so; the file is made in the background.</summary>
public static class LabelOrders
{
    /// <summary>The kind of the work.</summary>
    public const string WorkKind = "label-file";

    /// <summary>Orders the labels of shipments of the actor's seller, each once and in the order given. Pulse the <see cref="WorkSignal"/> afterwards.</summary>
    /// <param name="database">Saved at the end, within its transaction or one of its own.</param>
    /// <param name="actor">Who orders; a seller's account.</param>
    /// <param name="shipments">1 to <see cref="LabelJob.MostLabels"/>.</param>
    /// <param name="paper">
    /// The paper of a system, which names it each time and the place of the first label with it; null for the one that the
    /// account prints on, whose sheet of four goes on where the last print ended.
    /// </param>
    /// <param name="now">The present.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="id">The id of the file, where the caller has made one; a new one when null.</param>
    /// <returns>The id of the file.</returns>
    public static async Task<Guid> OrderLabelsAsync(
        this PortalDbContext database, Actor actor, IReadOnlyList<ShipmentId> shipments, LabelPaper? paper, DateTimeOffset now, CancellationToken token, Guid? id = null)
    {
        var seller = actor.SellerId ?? throw new InvalidOperationException("Only a seller's account orders labels.");
        var wanted = shipments.Distinct().ToList();
        await using var transaction = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(token) : null;
        paper ??= await database.TakeLabelPaperAsync(actor.UserId, own => own, wanted.Count, token);
        var job = LabelJob.Order(seller, actor.UserId, wanted, paper, now, id);
        database.LabelJobs.Add(job);
        database.Enqueue(WorkKind, job.Id.ToString(), now);
        await database.SaveChangesAsync(token);
        if (transaction is not null) await transaction.CommitAsync(token);
        return job.Id;
    }
}
