using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;

namespace SellerPortal.Data.Bulk;

/// <summary>
/// Sheets of one seller are booked one transaction after the other, on whichever node: of two that hold the same orders,
/// the second sees what the first has booked.
/// </summary>
internal static class SheetTurns
{
    /// <summary>Names these locks among the advisory locks of a server.</summary>
    private const int Name = 0x53_48_54_53;

    /// <summary>
    /// Waits for the seller's turn and keeps it until the transaction ends; to be taken before any row is locked. Two
    /// sellers whose ids end alike wait for each other, which is harmless. On SQLite the transaction is the turn: there
    /// is one writer.
    /// </summary>
    public static Task TakeSheetTurnAsync(this PortalDbContext database, SellerId seller, CancellationToken token)
    {
        if (database is SqlitePortalDbContext) return Task.CompletedTask;
        var end = BinaryPrimitives.ReadInt32BigEndian(seller.Value.ToByteArray(bigEndian: true).AsSpan(12));
        return database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Name}, {end})", token);
    }
}
