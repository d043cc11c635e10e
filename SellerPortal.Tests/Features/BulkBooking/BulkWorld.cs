using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Booking;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Work;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Features.BulkBooking.Checking;
using SellerPortal.Tests.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

/// <summary>The world of a single booking with the use cases of bulk booking; background work is done when asked for.</summary>
internal sealed class BulkWorld(BookingWorld booking) : IAsyncDisposable
{
    private readonly WorkSignal signal = new();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public BookingWorld Booking => booking;

    public TestDatabase Databases => booking.Databases;

    public Actor Actor => booking.Actor;

    public UploadSheet Upload => new(Databases, signal, booking.Time);

    public JobSteps Steps => new(Databases, signal, booking.Time);

    public ReadJobs Read => new(Databases);

    public CorrectRow Correct => new(Databases, booking.Directory, booking.Prices, booking.Time);

    public CheckSheet Check => new(Databases, BulkWriters.Of(Databases.Kind), booking.Directory, booking.Prices, booking.Time);

    public BookRows Book => new(Databases, new BookingWriter(BulkWriters.Of(Databases.Kind)), booking.Directory, booking.Prices, signal, booking.Time);

    public static async Task<BulkWorld> CreateAsync(DatabaseKind kind, int numbers = 1000) => new(await BookingWorld.CreateAsync(kind, numbers));

    public async Task<Guid> UploadAsync(byte[] file, string name = "parcels.csv") =>
        Assert.IsType<UploadResult.Taken>(await Upload.ExecuteAsync(Actor, Guid.CreateVersion7(), name, file, Token)).JobId;

    /// <summary>Uploads and checks.</summary>
    public async Task<Guid> CheckedAsync(byte[] file, string name = "parcels.csv")
    {
        var id = await UploadAsync(file, name);
        await DoWorkAsync();
        return id;
    }

    public async Task<BulkJob> JobAsync(Guid id) => (await Read.FindAsync(Actor, id, Token))!.Job;

    public async Task<IReadOnlyList<BulkRowView>> RowsAsync(Guid id, RowFilter filter = RowFilter.All) => (await Read.AllRowsAsync(Actor, id, filter, Token))!.Value.Rows;

    /// <summary>Asks for a sheet to be booked.</summary>
    /// <returns>True when its rows are being booked.</returns>
    public async Task<bool> BookAsync(Guid id, bool again = false) => await Steps.BookAsync(Actor, id, again, Token) == BookStep.Begun;

    /// <summary>Does the work that is queued, once.</summary>
    public async Task DoWorkAsync()
    {
        await using var database = Databases.CreateDbContext();
        foreach (var item in await database.WorkItems.AsNoTracking().OrderBy(item => item.EnqueuedAt).ToListAsync(Token))
        {
            await HandlerOf(item).ExecuteAsync(item, Token);
            await database.WorkItems.Where(other => other.Id == item.Id).ExecuteDeleteAsync(Token);
        }
    }

    public ValueTask DisposeAsync() => booking.DisposeAsync();

    private IWorkHandler HandlerOf(WorkItem item) => item.Kind == CheckSheet.WorkKind ? Check : Book;
}
