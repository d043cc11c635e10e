using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Sellers;

/// <summary>Saves one of a seller's own entries and says what stood in the way.</summary>
internal static class EntrySaving
{
    /// <summary>Saves what was added or changed.</summary>
    /// <param name="database">Holds the one change.</param>
    /// <param name="sameEntry">Finds the entry itself among the seller's own: a form that was sent twice at once.</param>
    /// <param name="sameName">Finds other entries of the seller with its name.</param>
    /// <param name="token">Ends the work.</param>
    public static async Task<KeepResult> KeepAsync(
        this PortalDbContext database, IQueryable<Guid> sameEntry, IQueryable<Guid> sameName, CancellationToken token)
    {
        var isNew = database.ChangeTracker.Entries().Any(entry => entry.State == EntityState.Added);
        try
        {
            await database.SaveChangesAsync(token);
            return KeepResult.Kept;
        }
        catch (DbUpdateConcurrencyException)
        {
            return KeepResult.Of(KeepOutcome.ChangedMeanwhile);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (isNew && await sameEntry.AnyAsync(token)) return KeepResult.Kept;
            if (await sameName.AnyAsync(token)) return KeepResult.Refused(EntryFault.NameTaken);
            throw;
        }
    }
}
