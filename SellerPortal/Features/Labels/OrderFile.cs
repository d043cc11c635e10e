using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Labels;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Features.Labels;

/// <summary>Orders the labels of named shipments in one file; cancelled ones, which have none, are left out of it.</summary>
internal sealed class OrderFile(IDbContextFactory<PortalDbContext> databases, WorkSignal signal, TimeProvider clock)
{
    /// <summary>Ids that one statement names.</summary>
    private const int Portion = 500;

    /// <summary>Orders them.</summary>
    /// <param name="actor">Who orders.</param>
    /// <param name="id">The id of the file: the same one orders once.</param>
    /// <param name="shipments">In the order of printing.</param>
    /// <param name="wish">The paper, or what of the account's paper is to be different this time.</param>
    /// <param name="token">Stops the work.</param>
    /// <returns>The shipments that do not exist for the actor; nothing is ordered when there are any.</returns>
    public async Task<IReadOnlyList<ShipmentId>> ExecuteAsync(Actor actor, Guid id, IReadOnlyList<ShipmentId> shipments, PaperWish wish, CancellationToken token)
    {
        if (!actor.MayWrite) return shipments;
        await using var database = await databases.CreateDbContextAsync(token);
        if (await IsOrderedAsync(database, actor, id, token)) return [];
        var missing = shipments.ToHashSet();
        foreach (var portion in shipments.Distinct().Chunk(Portion))
        {
            missing.ExceptWith(await database.Shipments.VisibleTo(actor).Where(shipment => portion.Contains(shipment.Id)).Select(shipment => shipment.Id).ToListAsync(token));
        }

        if (missing.Count > 0) return [.. missing];
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(token);
            var paper = await wish.TakeAsync(database, actor, shipments.Distinct().Count(), token);
            await database.OrderLabelsAsync(actor, shipments, paper, clock.GetUtcNow(), token, id);
            await transaction.CommitAsync(token);
        }
        catch (DbUpdateException)
        {
            // The same order was run twice at once, and the other one came first.
            database.ChangeTracker.Clear();
            if (!await IsOrderedAsync(database, actor, id, token)) throw;
        }

        signal.Pulse();
        return [];
    }

    private static Task<bool> IsOrderedAsync(PortalDbContext database, Actor actor, Guid id, CancellationToken token) =>
        database.LabelJobs.AnyAsync(job => job.Id == id && job.SellerId == actor.SellerId, token);
}
