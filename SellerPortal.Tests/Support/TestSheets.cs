using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Tests.Support;

/// <summary>Bulk sheets that booked shipments, for tests that do not book them themselves.</summary>
public static class TestSheets
{
    /// <summary>A sheet whose rows booked the shipments, in their order.</summary>
    public static async Task<Guid> AddAsync(PortalDbContext database, SellerId seller, string fileName, params IReadOnlyList<Shipment> shipments)
    {
        var now = new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
        var job = BulkJob.Upload(Guid.CreateVersion7(), seller, Guid.CreateVersion7(), fileName, new string('a', 64), earlier: null, now);
        database.BulkJobs.Add(job);
        for (var i = 0; i < shipments.Count; i++)
        {
            var row = BulkRow.Of(job.Id, i + 2, new CheckedRow { Cells = new Dictionary<SheetColumn, SheetCell>(), Faults = [] });
            database.BulkRows.Add(row);
            database.BookingClaims.Add(BookingClaim.Of(seller, row.Key, shipments[i].Id, new string('b', 64), now));
        }

        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        return job.Id;
    }
}
