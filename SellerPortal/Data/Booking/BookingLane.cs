using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Booking;

namespace SellerPortal.Data.Booking;

/// <summary>
/// Where single bookings of this node meet: whatever waits while one transaction reaches the disk goes into the next one
/// together. Many sellers at once then share the cost of a commit, and on SQLite nobody fights for the one writer.
/// </summary>
public sealed class BookingLane(IDbContextFactory<PortalDbContext> factory, BookingWriter writer, WorkSignal signal, TimeProvider time) : IDisposable
{
    /// <summary>The most bookings of one transaction.</summary>
    private const int Most = 64;

    private const int MostAttempts = 2;

    private readonly ConcurrentQueue<Waiting> queue = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>
    /// Books, and returns when it is on disk. Once asked for it is not called back: whoever hangs up finds the booking
    /// under its key.
    /// </summary>
    /// <exception cref="DbUpdateException">The database refused it.</exception>
    /// <exception cref="DbException">The database refused it.</exception>
    public async Task<WrittenBooking> BookAsync(PricedBooking booking)
    {
        var own = new Waiting(booking);
        queue.Enqueue(own);

        // Whoever is next writes for all who wait; who was written for meanwhile finds it done.
        await turn.WaitAsync();
        try
        {
            while (!own.Answer.Task.IsCompleted) await WriteNextAsync();
        }
        finally
        {
            turn.Release();
        }

        return await own.Answer.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task WriteNextAsync()
    {
        var portion = new List<Waiting>(Most);
        while (portion.Count < Most && queue.TryDequeue(out var waiting)) portion.Add(waiting);
        try
        {
            var answers = await WriteAsync([.. portion.Select(waiting => waiting.Booking)]);
            for (var i = 0; i < portion.Count; i++) portion[i].Answer.SetResult(answers[i]);
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException)
        {
            // One of them cannot be written, and shall not take the others with it.
            foreach (var waiting in portion) await AloneAsync(waiting);
        }
        catch (Exception fault)
        {
            foreach (var waiting in portion) waiting.Answer.TrySetException(fault);
        }
    }

    /// <summary>Writes one by itself; once more when another node wrote its key at the same moment, whose claim is found then.</summary>
    private async Task AloneAsync(Waiting waiting)
    {
        for (var attempt = 1; !waiting.Answer.Task.IsCompleted; attempt++)
        {
            try
            {
                waiting.Answer.SetResult((await WriteAsync([waiting.Booking]))[0]);
            }
            catch (Exception fault) when (fault is DbException or DbUpdateException && attempt < MostAttempts)
            {
                // Tried again.
            }
            catch (Exception fault)
            {
                waiting.Answer.SetException(fault);
            }
        }
    }

    private async Task<IReadOnlyList<WrittenBooking>> WriteAsync(IReadOnlyList<PricedBooking> bookings)
    {
        await using var database = await factory.CreateDbContextAsync();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var answers = await writer.WriteAsync(database, bookings, time.GetUtcNow(), CancellationToken.None);
        await transaction.CommitAsync();
        signal.Pulse();
        return answers;
    }

    private sealed record Waiting(PricedBooking Booking)
    {
        public TaskCompletionSource<WrittenBooking> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
