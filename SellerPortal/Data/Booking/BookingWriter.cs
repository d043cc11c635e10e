using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Articles;
using SellerPortal.Data.Bulk;
using SellerPortal.Domain;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Booking;

/// <summary>
/// Writes bookings, one or a thousand in the same way: the claim on the key, the article number, the shipment, its news
/// and the first line of its history stand in the caller's transaction, so that a booking is there whole or not at all.
/// </summary>
public sealed class BookingWriter(IBulkWriter bulk)
{
    /// <summary>Writes what is new. A key that has booked before, or twice among these, books nothing more.</summary>
    /// <param name="database">A context within a transaction.</param>
    /// <param name="bookings">What is to be booked.</param>
    /// <param name="now">The time of booking.</param>
    /// <param name="token">Stops the work.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task<IReadOnlyList<WrittenBooking>> WriteAsync(
        PortalDbContext database, IReadOnlyList<PricedBooking> bookings, DateTimeOffset now, CancellationToken token)
    {
        if (database.Database.CurrentTransaction is null) throw new InvalidOperationException("Bookings are written within a transaction.");
        now = now.ToMicroseconds();
        var results = new WrittenBooking?[bookings.Count];
        var claims = await ClaimsAsync(database, bookings, token);
        var ids = ShipmentId.NewInListOrder(now, bookings.Count);
        var made = new List<Shipment>(bookings.Count);
        var written = new List<BookingClaim>(bookings.Count);

        // Ranges are locked in one order, so that two nodes never wait for each other.
        var groups = Enumerable.Range(0, bookings.Count)
            .GroupBy(i => (bookings[i].Shipment.Product, bookings[i].Shipment.ContractNumber, bookings[i].Shipment.SellerId.IsTest))
            .OrderBy(group => group.Key.IsTest).ThenBy(group => group.Key.Product).ThenBy(group => group.Key.ContractNumber, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var fresh = group.Where(i => claims.Fresh(bookings[i])).ToList();
            var numbers = await NumbersAsync(database, group.Key.Product, group.Key.ContractNumber, group.Key.IsTest, fresh.Count, token);
            for (var n = 0; n < fresh.Count; n++)
            {
                var booking = bookings[fresh[n]];
                if (n >= numbers.Count)
                {
                    results[fresh[n]] = new WrittenBooking.Exhausted();
                    continue;
                }

                var shipment = Shipment.Book(ids[fresh[n]], booking.Shipment with { Article = numbers[n].ToString() }, now);
                var claim = BookingClaim.Of(shipment.SellerId, booking.Key, shipment.Id, booking.Content, now);
                claims.Add(claim);
                made.Add(shipment);
                written.Add(claim);
                results[fresh[n]] = new WrittenBooking.Booked(shipment);
            }
        }

        for (var i = 0; i < bookings.Count; i++) results[i] ??= claims.Find(bookings[i]) is { } claim ? new WrittenBooking.Claimed(claim.ShipmentId, claim.Content) : new WrittenBooking.Exhausted();
        await InsertAsync(database, written, made, token);
        return results!;
    }

    private static async Task<Claims> ClaimsAsync(PortalDbContext database, IReadOnlyList<PricedBooking> bookings, CancellationToken token)
    {
        var known = new Claims();
        foreach (var seller in bookings.GroupBy(booking => booking.Shipment.SellerId))
        {
            var keys = seller.Select(booking => booking.Key).Distinct().ToList();
            foreach (var claim in await database.BookingClaims.AsNoTracking().Where(claim => claim.SellerId == seller.Key && keys.Contains(claim.Key)).ToListAsync(token)) known.Add(claim);
        }

        return known;
    }

    private static async Task<IReadOnlyList<ArticleNumber>> NumbersAsync(
        PortalDbContext database, Domain.Tariffs.ProductCode product, string? contract, bool test, int count, CancellationToken token)
    {
        if (count == 0) return [];
        if (count > 1) return await database.TakeArticleNumbersAsync(product, contract, test, count, token);
        return await database.TakeArticleNumberAsync(product, contract, test, token) is { } number ? [number] : [];
    }

    private async Task InsertAsync(PortalDbContext database, List<BookingClaim> claims, List<Shipment> shipments, CancellationToken token)
    {
        if (claims.Count == 0) return;
        await bulk.InsertAsync(database, claims, token);
        await bulk.InsertAsync(database, shipments, token);
        await bulk.InsertAsync(database, shipments.Select(ShipmentChange.Booked), token);
        await bulk.InsertAsync(database, shipments.Select(shipment => HistoryEntry.Of(shipment.Id, HistoryKind.Booked, shipment.BookedBy, detail: null, shipment.BookedAt)), token);
    }

    /// <summary>The claims that are known, and those made on the way; a key twice among the same bookings books once.</summary>
    private sealed class Claims
    {
        private readonly Dictionary<(SellerId, Guid), BookingClaim> known = [];
        private readonly HashSet<(SellerId, Guid)> seen = [];

        public void Add(BookingClaim claim) => known[(claim.SellerId, claim.Key)] = claim;

        public bool Fresh(PricedBooking booking) => !known.ContainsKey(KeyOf(booking)) && seen.Add(KeyOf(booking));

        public BookingClaim? Find(PricedBooking booking) => known.GetValueOrDefault(KeyOf(booking));

        private static (SellerId, Guid) KeyOf(PricedBooking booking) => (booking.Shipment.SellerId, booking.Key);
    }
}

/// <summary>What became of a booking that was to be written.</summary>
public abstract record WrittenBooking
{
    private WrittenBooking()
    {
    }

    /// <summary>It is booked.</summary>
    public sealed record Booked(Shipment Shipment) : WrittenBooking;

    /// <summary>The key has booked before.</summary>
    /// <param name="Shipment">What it booked.</param>
    /// <param name="Content">The fingerprint of what was asked for then.</param>
    public sealed record Claimed(ShipmentId Shipment, string Content) : WrittenBooking;

    /// <summary>No article number is left for the product.</summary>
    public sealed record Exhausted : WrittenBooking;
}
