using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Bulk;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking.Checking;

namespace SellerPortal.Features.BulkBooking;

/// <summary>The steps a seller takes with a job. Each names the status it starts from: of two tabs, one takes it.</summary>
public sealed class JobSteps(IDbContextFactory<PortalDbContext> factory, WorkSignal signal, TimeProvider time)
{
    /// <summary>Books every row that has no fault and is not booked.</summary>
    /// <param name="actor">Who books.</param>
    /// <param name="id">The job.</param>
    /// <param name="again">True when the seller knows that rows of the same file are booked, and wants these as well.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<BookStep> BookAsync(Actor actor, Guid id, bool again, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return BookStep.None;
        var now = time.GetUtcNow();
        var bookedBefore = false;
        var begun = await StepAsync(
            async database =>
            {
                // Of two sheets of the same file that are booked at once, the second sees the first.
                await database.TakeSheetTurnAsync(seller, token);
                var ready = database.BulkJobs.Where(job => job.Id == id && job.SellerId == seller && job.Status == BulkStatus.Ready && job.Rows > job.Bad + job.Booked);
                if (!again && await ready.AsNoTracking().FirstOrDefaultAsync(token) is { } job) bookedBefore = await database.BookedBeforeAsync(job, token) is not null;
                if (bookedBefore) return 0;
                var taken = await ready.ExecuteUpdateAsync(
                    set => set.SetProperty(job => job.Status, BulkStatus.Booking).SetProperty(job => job.StatusAt, now).SetProperty(job => job.BookedBy, actor.UserId)
                        .SetProperty(job => job.ToBook, job => job.Rows - job.Bad).SetProperty(job => job.Stop, (BulkStop?)null),
                    token);
                if (taken == 1) await database.BulkFiles.Where(file => file.JobId == id).ExecuteDeleteAsync(token);
                return taken;
            },
            BookRows.WorkKind, id, token);
        if (bookedBefore) return BookStep.BookedBefore;
        return begun ? BookStep.Begun : BookStep.None;
    }

    /// <summary>Checks all open rows again, at the tariffs and the directory of now; also after a check that failed.</summary>
    public async Task<bool> CheckAgainAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return false;
        var now = time.GetUtcNow();
        return await StepAsync(
            database => database.BulkJobs.Where(job => job.Id == id && job.SellerId == seller && (job.Status == BulkStatus.Ready || job.Status == BulkStatus.Failed))
                .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, BulkStatus.Waiting).SetProperty(job => job.StatusAt, now).SetProperty(job => job.Checked, 0), token),
            CheckSheet.WorkKind, id, token);
    }

    /// <summary>
    /// Keeps what the seller says the columns hold, for this sheet and the next ones, and has the sheet read by it and
    /// checked. A sheet that is checked already is read anew, and what was corrected in its rows is gone.
    /// </summary>
    /// <returns>False when the map is not complete, rows are booked, the file is no longer kept, or the job is another seller's.</returns>
    public async Task<bool> SetColumnsAsync(Actor actor, Guid id, SheetMap map, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite || !map.IsComplete) return false;
        var now = time.GetUtcNow();
        var json = RowJson.Write(map);
        return await StepAsync(
            async database =>
            {
                var taken = await database.BulkJobs
                    .Where(job => job.Id == id && job.SellerId == seller && database.BulkFiles.Any(file => file.JobId == id)
                        && (job.Status == BulkStatus.NeedsColumns || (job.Status == BulkStatus.Ready && job.Booked == 0)))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(job => job.Status, BulkStatus.Waiting).SetProperty(job => job.StatusAt, now)
                            .SetProperty(job => job.Map, json).SetProperty(job => job.Checked, 0).SetProperty(job => job.Bad, 0),
                        token);
                if (taken == 0) return 0;
                await database.BulkRows.Where(row => row.JobId == id).ExecuteDeleteAsync(token);
                await RememberAsync(database, seller, map, token);
                return taken;
            },
            CheckSheet.WorkKind, id, token);
    }

    /// <summary>Gives the job up. What is booked stays booked; a portion under way is finished first.</summary>
    public async Task<bool> CancelAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return false;
        var now = time.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var taken = await database.BulkJobs
            .Where(job => job.Id == id && job.SellerId == seller && job.Status != BulkStatus.Finished && job.Status != BulkStatus.Cancelled && job.Status != BulkStatus.Refused)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, BulkStatus.Cancelled).SetProperty(job => job.StatusAt, now), token);
        if (taken == 0) return false;
        await database.BulkFiles.Where(file => file.JobId == id).ExecuteDeleteAsync(token);
        await transaction.CommitAsync(token);
        return true;
    }

    private static async Task RememberAsync(PortalDbContext database, SellerId seller, SheetMap map, CancellationToken token)
    {
        var known = await database.RememberedColumns.Where(column => column.SellerId == seller).ToDictionaryAsync(column => column.Header, token);
        foreach (var column in map.Columns)
        {
            var header = SheetHeaders.Normalise(column.Header);
            if (header.Length == 0) continue;
            if (known.TryGetValue(header, out var remembered)) remembered.Mean(column.Column);
            else if (SheetHeaders.Find(header) != column.Column) known[header] = database.RememberedColumns.Add(RememberedColumn.Of(seller, header, column.Column)).Entity;
        }
    }

    private async Task<bool> StepAsync(Func<PortalDbContext, Task<int>> step, string work, Guid id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await using (var transaction = await database.Database.BeginTransactionAsync(token))
        {
            if (await step(database) == 0) return false;
            database.Enqueue(work, id.ToString(), time.GetUtcNow());
            await database.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
        }

        signal.Pulse();
        return true;
    }
}

/// <summary>What became of the wish to book.</summary>
public enum BookStep
{
    /// <summary>Nothing: the job is not ready, has nothing to book, or is another seller's.</summary>
    None,

    /// <summary>Nothing yet: rows of the same file are booked or being booked with another job, and the seller has to say that these are wanted as well.</summary>
    BookedBefore,

    /// <summary>The rows are being booked.</summary>
    Begun,
}
