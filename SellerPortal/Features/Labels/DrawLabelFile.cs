using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Bulk;
using SellerPortal.Data.Labels;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Work;
using SellerPortal.Printing;

namespace SellerPortal.Features.Labels;

/// <summary>
/// Makes a file of many labels, a portion of shipments at a time. What is counted and noted as printed is kept with the
/// portion, so that a drawing that begins anew after a crash counts no label twice.
/// </summary>
internal sealed class DrawLabelFile(
    IDbContextFactory<PortalDbContext> databases, IBulkWriter writer, LabelPrinter pdf, ZplPrinter zpl, TimeProvider clock) : IWorkHandler
{
    /// <summary>Shipments read, counted and drawn together.</summary>
    private const int Portion = 250;

    public string Kind => LabelOrders.WorkKind;

    public TimeSpan? RetryAfter(int attempts) => attempts < 5 ? TimeSpan.FromSeconds(2 * attempts) : null;

    public async Task ExecuteAsync(WorkItem item, CancellationToken token)
    {
        var id = Guid.Parse(item.Payload, CultureInfo.InvariantCulture);
        if (await BeginAsync(id, token) is not { } job) return;
        await using var file = new LabelFileStream(databases, job.Id, job.Run);
        var labels = ReadAsync(job, token);
        if (job.Language == PrinterLanguage.Zpl) await zpl.PrintAsync(labels, job.Format, job.Density, file, token);
        else await pdf.PrintAsync(labels, job.Format, job.Place, file, token);
        await file.CompleteAsync(token);
        await EndAsync(job, file.Length, token);
    }

    public async Task GiveUpAsync(PortalDbContext database, WorkItem item, CancellationToken token)
    {
        var id = Guid.Parse(item.Payload, CultureInfo.InvariantCulture);
        var now = clock.GetUtcNow();
        var failed = await database.LabelJobs
            .Where(job => job.Id == id && (job.Status == LabelJobStatus.Waiting || job.Status == LabelJobStatus.Drawing))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, LabelJobStatus.Failed).SetProperty(job => job.StatusAt, now), token);
        if (failed == 1) await database.LabelFileParts.Where(part => part.JobId == id).ExecuteDeleteAsync(token);
    }

    /// <summary>Starts a drawing; an earlier one, here or elsewhere, is over. Files that nobody fetched in time go.</summary>
    private async Task<LabelJob?> BeginAsync(Guid id, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var run = Guid.CreateVersion7(now);
        var old = now - LabelJob.FileKept;
        await using var database = await databases.CreateDbContextAsync(token);
        var begun = await database.LabelJobs
            .Where(job => job.Id == id && (job.Status == LabelJobStatus.Waiting || job.Status == LabelJobStatus.Drawing || job.Status == LabelJobStatus.Failed))
            .ExecuteUpdateAsync(
                set => set.SetProperty(job => job.Status, LabelJobStatus.Drawing).SetProperty(job => job.StatusAt, now)
                    .SetProperty(job => job.Run, run).SetProperty(job => job.Done, 0).SetProperty(job => job.Skipped, 0),
                token);
        if (begun == 0) return null;
        await database.LabelFileParts
            .Where(part => part.JobId == id || database.LabelJobs.Any(job => job.Id == part.JobId && job.Status == LabelJobStatus.Ready && job.StatusAt < old))
            .ExecuteDeleteAsync(token);
        return await database.LabelJobs.AsNoTracking().SingleAsync(job => job.Id == id, token);
    }

    private async IAsyncEnumerable<LabelContent> ReadAsync(LabelJob job, [EnumeratorCancellation] CancellationToken token)
    {
        var done = 0;
        foreach (var portion in job.ShipmentIds().Chunk(Portion))
        {
            var shipments = await TakeAsync(job, portion, done, token);
            foreach (var id in portion)
            {
                if (shipments.TryGetValue(id, out var shipment)) yield return ShipmentLabel.Of(shipment);
            }

            done += portion.Length;
        }
    }

    /// <summary>The shipments of a portion that have a label, counted unless an earlier drawing did so.</summary>
    private async Task<Dictionary<ShipmentId, Shipment>> TakeAsync(LabelJob job, ShipmentId[] portion, int done, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var printable = database.Shipments.Where(shipment => shipment.SellerId == job.SellerId && portion.Contains(shipment.Id) && shipment.Status != ShipmentStatus.Cancelled);
        var counts = done >= job.Counted;
        if (counts)
        {
            await printable.ExecuteUpdateAsync(
                set => set.SetProperty(shipment => shipment.LabelPrints, shipment => shipment.LabelPrints + 1)
                    .SetProperty(shipment => shipment.LabelPrintedAt, now).SetProperty(shipment => shipment.Version, Guid.CreateVersion7(now)),
                token);
        }

        var shipments = await printable.AsNoTracking().ToDictionaryAsync(shipment => shipment.Id, token);
        if (counts)
        {
            var detail = job.Format.ToCode();
            await writer.InsertAsync(
                database,
                portion.Where(shipments.ContainsKey).Select(id => HistoryEntry.Of(
                    id, shipments[id].LabelPrints > 1 ? HistoryKind.LabelReprinted : HistoryKind.LabelPrinted, job.OrderedBy, detail, now)),
                token);
        }

        var through = done + portion.Length;
        var skipped = portion.Length - shipments.Count;
        var ours = await database.LabelJobs.Where(other => other.Id == job.Id && other.Run == job.Run).ExecuteUpdateAsync(
            set => set.SetProperty(other => other.Done, through).SetProperty(other => other.Skipped, other => other.Skipped + skipped)
                .SetProperty(other => other.Counted, other => other.Counted > through ? other.Counted : through),
            token);
        if (ours == 0) throw new InvalidOperationException($"The labels {job.Id} are drawn elsewhere.");
        await transaction.CommitAsync(token);
        return shipments;
    }

    private async Task EndAsync(LabelJob job, long bytes, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(token);
        var ours = database.LabelJobs.Where(other => other.Id == job.Id && other.Run == job.Run);
        if (await ours.AnyAsync(other => other.Skipped == other.Total, token))
        {
            await database.LabelFileParts.Where(part => part.JobId == job.Id).ExecuteDeleteAsync(token);
            await ours.ExecuteUpdateAsync(set => set.SetProperty(other => other.Status, LabelJobStatus.Empty).SetProperty(other => other.StatusAt, now), token);
            return;
        }

        await ours.ExecuteUpdateAsync(
            set => set.SetProperty(other => other.Status, LabelJobStatus.Ready).SetProperty(other => other.StatusAt, now).SetProperty(other => other.Bytes, bytes), token);
    }
}
