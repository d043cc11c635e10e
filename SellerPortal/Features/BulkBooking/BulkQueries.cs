using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.BulkBooking.Checking;

namespace SellerPortal.Features.BulkBooking;

/// <summary>Questions that several use cases ask.</summary>
internal static class BulkQueries
{
    /// <summary>The rows of a job that are not booked.</summary>
    public static IQueryable<BulkRow> OpenRows(this PortalDbContext database, BulkJob job) => database.BulkRows
        .Where(row => row.JobId == job.Id && !database.BookingClaims.Any(claim => claim.SellerId == job.SellerId && claim.Key == row.Key));

    /// <summary>A seller's job, or null when it is another's.</summary>
    public static Task<BulkJob?> FindJobAsync(this PortalDbContext database, SellerId seller, Guid id, CancellationToken token) =>
        database.BulkJobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == id && job.SellerId == seller, token);
}

/// <summary>The order references a seller has booked, with their article numbers.</summary>
internal static class BookedOrders
{
    /// <summary>All of them in one pass: asking for each of ten thousand rows would take longer.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(PortalDbContext database, SellerId seller, CancellationToken token)
    {
        var orders = new Dictionary<string, string>(StringComparer.Ordinal);
        var booked = database.Shipments.AsNoTracking()
            .Where(shipment => shipment.SellerId == seller && shipment.References.Order != null && shipment.Status != ShipmentStatus.Cancelled)
            .Select(shipment => new { shipment.References.Order, shipment.Article });
        await foreach (var shipment in booked.AsAsyncEnumerable().WithCancellation(token)) orders[RowInput.OrderKey(shipment.Order!)] = shipment.Article;
        return orders;
    }
}
