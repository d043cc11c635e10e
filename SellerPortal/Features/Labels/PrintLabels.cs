using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Labels;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Printing;

namespace SellerPortal.Features.Labels;

/// <summary>
/// Takes out the labels of shipments: each is counted and noted in the shipment's history, a later one as a reprint.
/// </summary>
internal sealed class PrintLabels(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <summary>The labels in the order of the ids; nothing is counted unless all can be printed.</summary>
    /// <param name="actor">Who prints.</param>
    /// <param name="ids">The shipments.</param>
    /// <param name="wish">The paper, or what of the account's paper is to be different this time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public Task<LabelsResult> ExecuteAsync(
        Actor actor, IReadOnlyCollection<ShipmentId> ids, PaperWish wish, CancellationToken cancellationToken) =>
        OptimisticConcurrency.RetryAsync(() => TryAsync(actor, ids, wish, cancellationToken), cancellationToken);

    private async Task<LabelsResult> TryAsync(
        Actor actor, IReadOnlyCollection<ShipmentId> ids, PaperWish wish, CancellationToken cancellationToken)
    {
        if (actor.OnlyReads) return new LabelsResult.NotAllowed();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var shipments = await database.Shipments
            .VisibleTo(actor)
            .Where(shipment => ids.Contains(shipment.Id))
            .ToDictionaryAsync(shipment => shipment.Id, cancellationToken);
        if (shipments.Count < ids.Count) return new LabelsResult.NotFound();
        if (shipments.Values.FirstOrDefault(shipment => shipment.Status == ShipmentStatus.Cancelled) is { } cancelled) return new LabelsResult.Cancelled(cancelled.Article);

        var now = clock.GetUtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var paper = await wish.TakeAsync(database, actor, ids.Count, cancellationToken);
        foreach (var shipment in shipments.Values)
        {
            var kind = shipment.CountLabel(now) ? HistoryKind.LabelReprinted : HistoryKind.LabelPrinted;
            database.History.Add(HistoryEntry.Of(shipment.Id, kind, actor.UserId, paper.Format.ToCode(), now));
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new LabelsResult.Printed([.. ids.Select(id => ShipmentLabel.Of(shipments[id]))], paper);
    }
}

/// <summary>How taking out labels went.</summary>
internal abstract record LabelsResult
{
    private LabelsResult()
    {
    }

    public sealed record Printed(IReadOnlyList<LabelContent> Labels, LabelPaper Paper) : LabelsResult;

    /// <summary>The account only reads, and taking out a label is counted.</summary>
    public sealed record NotAllowed : LabelsResult;

    /// <summary>One of the shipments does not exist for the actor.</summary>
    public sealed record NotFound : LabelsResult;

    /// <summary>One of the shipments is cancelled: a parcel with its label would be refused.</summary>
    public sealed record Cancelled(string Article) : LabelsResult;
}
