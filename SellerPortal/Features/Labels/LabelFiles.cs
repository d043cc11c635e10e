using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Labels;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Features.Labels;

/// <summary>The files of many labels of a seller: how far they are, what is in them, and the same once more on other paper.</summary>
public sealed class LabelFiles(IDbContextFactory<PortalDbContext> databases, WorkSignal signal, TimeProvider clock)
{
    /// <summary>How many files a list shows.</summary>
    public const int Latest = 20;

    /// <summary>The newest files of the actor's seller, and the actor's paper.</summary>
    public async Task<LabelDesk> DeskAsync(Actor actor, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        var files = actor.SellerId is null ? [] : await Rows(Own(database, actor).OrderByDescending(job => job.OrderedAt).ThenByDescending(job => job.Id).Take(Latest)).ToListAsync(token);
        return new LabelDesk(await database.LabelPaperOfAsync(actor.UserId, token), files);
    }

    /// <summary>One file; null when it does not exist for the actor.</summary>
    public async Task<LabelFileRow?> FindAsync(Actor actor, Guid id, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        return await Rows(Own(database, actor).Where(job => job.Id == id)).SingleOrDefaultAsync(token);
    }

    /// <summary>The bytes of a file that is ready, piece by piece.</summary>
    public async IAsyncEnumerable<byte[]> ReadAsync(LabelFileRow file, [EnumeratorCancellation] CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        var parts = database.LabelFileParts.Where(part => part.JobId == file.Id && part.Run == file.Run).OrderBy(part => part.Number).Select(part => part.Content);
        await foreach (var piece in parts.AsAsyncEnumerable().WithCancellation(token)) yield return piece;
    }

    /// <summary>Orders the same labels once more on a paper, which the account prints on from now on.</summary>
    /// <returns>The id of the new file; null when the first does not exist for the actor, or the actor may not print.</returns>
    public async Task<Guid?> AgainAsync(Actor actor, Guid id, LabelPaper paper, CancellationToken token)
    {
        if (!actor.MayWrite) return null;
        await using var database = await databases.CreateDbContextAsync(token);
        if (await Own(database, actor).AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, token) is not { } job) return null;
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        await database.ChooseLabelPaperAsync(actor.UserId, paper, token);
        await database.SaveChangesAsync(token);
        var again = await database.OrderLabelsAsync(actor, job.ShipmentIds(), paper: null, clock.GetUtcNow(), token);
        await transaction.CommitAsync(token);
        signal.Pulse();
        return again;
    }

    /// <summary>Remembers the paper that the account prints on.</summary>
    public async Task ChooseAsync(Actor actor, LabelPaper paper, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        await database.ChooseLabelPaperAsync(actor.UserId, paper, token);
        await database.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
    }

    private static IQueryable<LabelJob> Own(PortalDbContext database, Actor actor) => database.LabelJobs.Where(job => job.SellerId == actor.SellerId);

    private static IQueryable<LabelFileRow> Rows(IQueryable<LabelJob> jobs) => jobs.Select(job => new LabelFileRow
    {
        Id = job.Id,
        Run = job.Run,
        OrderedAt = job.OrderedAt,
        Paper = new LabelPaper(job.Format, job.Language, job.Density, job.Place),
        Status = job.Status,
        StatusAt = job.StatusAt,
        Total = job.Total,
        Done = job.Done,
        Skipped = job.Skipped,
        Bytes = job.Bytes,
    });
}

/// <summary>What someone who prints starts from.</summary>
public sealed record LabelDesk(LabelPaper Paper, IReadOnlyList<LabelFileRow> Files);

/// <summary>One file of labels.</summary>
public sealed record LabelFileRow
{
    public required Guid Id { get; init; }

    public required Guid Run { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    public required LabelPaper Paper { get; init; }

    public required LabelJobStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    public required int Total { get; init; }

    public required int Done { get; init; }

    /// <summary>Cancelled parcels, which have no label.</summary>
    public required int Skipped { get; init; }

    public required long Bytes { get; init; }

    public bool IsMoving => Status is LabelJobStatus.Waiting or LabelJobStatus.Drawing;

    public bool HasFile(DateTimeOffset now) => Status == LabelJobStatus.Ready && now < StatusAt + LabelJob.FileKept;
}
