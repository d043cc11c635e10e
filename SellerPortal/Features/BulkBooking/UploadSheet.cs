using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking.Checking;
using SellerPortal.Features.BulkBooking.Reading;

namespace SellerPortal.Features.BulkBooking;

/// <summary>Takes a file in and puts its check into the queue; it is read there and not while the seller waits.</summary>
public sealed class UploadSheet(IDbContextFactory<PortalDbContext> factory, WorkSignal signal, TimeProvider time)
{
    /// <summary>How long the same file is taken for a mistake.</summary>
    private static readonly TimeSpan SameFileWithin = TimeSpan.FromHours(24);

    /// <param name="actor">Who uploads.</param>
    /// <param name="key">Made with the form: the same form sent twice makes one job.</param>
    /// <param name="fileName">As the browser calls it.</param>
    /// <param name="content">The file, at most <see cref="Sheet.LargestFile"/> bytes.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<UploadResult> ExecuteAsync(Actor actor, Guid key, string fileName, byte[] content, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return new UploadResult.NotAllowed();
        if (SheetReader.Refuse(fileName, content.Length, content.AsSpan(0, Math.Min(content.Length, 8))) is { } refusal) return new UploadResult.Refused(refusal);
        var hash = Convert.ToHexString(SHA256.HashData(content));
        var now = time.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.BulkJobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == key, token) is { } known)
        {
            if (known.SellerId == seller && known.FileHash == hash) return new UploadResult.Taken(known.Id);
            key = Guid.CreateVersion7(now);
        }

        var since = now - SameFileWithin;
        var earlier = await database.BulkJobs
            .Where(job => job.SellerId == seller && job.FileHash == hash && job.UploadedAt >= since && job.Status != BulkStatus.Refused)
            .OrderByDescending(job => job.UploadedAt)
            .Select(job => (Guid?)job.Id)
            .FirstOrDefaultAsync(token);
        database.BulkJobs.Add(BulkJob.Upload(key, seller, actor.UserId, Path.GetFileName(fileName), hash, earlier, now));
        database.BulkFiles.Add(BulkFile.Of(key, content));
        database.Enqueue(CheckSheet.WorkKind, key.ToString(), now);
        try
        {
            await database.SaveChangesAsync(token);
        }
        catch (DbUpdateException)
        {
            // The form was sent twice at once, and the other one came first.
            database.ChangeTracker.Clear();
            if (await database.FindJobAsync(seller, key, token) is null) throw;
        }

        signal.Pulse();
        return new UploadResult.Taken(key);
    }
}

/// <summary>What became of an uploaded file.</summary>
public abstract record UploadResult
{
    private UploadResult()
    {
    }

    /// <summary>It is a job now.</summary>
    public sealed record Taken(Guid JobId) : UploadResult;

    /// <summary>It cannot be read.</summary>
    public sealed record Refused(SheetRefusal Refusal) : UploadResult;

    /// <summary>The account may not book.</summary>
    public sealed record NotAllowed : UploadResult;
}
