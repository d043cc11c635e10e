using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Articles;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Booking;

/// <summary>
/// Books one parcel: the claim on the form's key, the article number, the shipment and the first line of its history
/// stand in one transaction, so that a booking is there whole or not at all, and once.
/// </summary>
public sealed class BookShipment(
    IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory, IBookingPrices prices, TimeProvider time, WorkSignal signal)
{
    /// <summary>Books, or says why not. The same key with the same content gives the same shipment back.</summary>
    public async Task<BookingResult> ExecuteAsync(Actor actor, BookShipmentInput input, CancellationToken token)
    {
        if (actor.SellerId is not { } sellerId || !actor.MayWrite) return new BookingResult.NotASeller();
        var faults = BookingRules.Check(input, out var tidy);
        if (tidy is null) return new BookingResult.Refused(faults);

        await using var database = await factory.CreateDbContextAsync(token);
        await database.Database.OpenConnectionAsync(token);
        var fingerprint = tidy.Fingerprint();
        if (await database.FindClaimedAsync(sellerId, tidy.Key, fingerprint, token) is { } before) return before;
        var seller = await database.Sellers.AsNoTracking().FirstOrDefaultAsync(seller => seller.Id == sellerId, token);
        if (seller is null) return new BookingResult.NotASeller();
        if (!seller.MayBook) return new BookingResult.NotApproved(seller.Status);

        Shipment? original = null;
        if (tidy.ReturnOf is { } returned)
        {
            (original, var whyNot) = await database.FindOriginalAsync(sellerId, returned, token);
            if (original is null || whyNot is not null) return new BookingResult.ReturnRefused(whyNot ?? ReturnRefusal.NotFound);
            tidy = tidy with { From = original.Consignee.Pincode, Location = null };
        }

        var consignor = tidy.Location is { } location ? await PickupPlaces.FindAsync(database, seller, location, token) : seller.PickupAddress;
        if (consignor is null) return new BookingResult.Refused([BookingFault.LocationUnknown]);
        var route = BookingRoute.Find(directory.Value, tidy, seller, consignor);
        if (route.Faults.Count > 0) return new BookingResult.Refused(route.Faults);
        var now = time.GetUtcNow();
        var list = prices.Quote(route.PriceRequest(tidy, seller, now));
        var offer = list.Offers.FirstOrDefault(offer => offer.Product == tidy.Product);
        if (offer is null) return new BookingResult.ProductUnavailable(tidy.Product);
        if (offer.Total.Paise != input.ExpectedTotalPaise) return new BookingResult.PriceChanged(offer);

        var shipment = route.NewShipment(tidy, seller, offer, actor);
        if (original is not null) shipment = shipment with { Consignor = original.Consignee, ReturnOf = original.Id };
        return await WriteAsync(database, shipment, tidy.Key, fingerprint, now, token);
    }

    private async Task<BookingResult> WriteAsync(
        PortalDbContext database, NewShipment booking, Guid key, string fingerprint, DateTimeOffset now, CancellationToken token)
    {
        var id = ShipmentId.New(now);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        database.BookingClaims.Add(BookingClaim.Of(booking.SellerId, key, id, fingerprint, now));
        try
        {
            await database.SaveChangesAsync(token);
        }
        catch (DbUpdateException)
        {
            // The same form was sent twice at once and the other one came first: its shipment is the answer.
            await transaction.RollbackAsync(token);
            if (await database.FindClaimedAsync(booking.SellerId, key, fingerprint, token) is { } winner) return winner;
            throw;
        }

        // As late as possible, because on PostgreSQL the range stays locked from here to the commit.
        if (await database.TakeArticleNumberAsync(booking.Product, booking.ContractNumber, token) is not { } article)
        {
            return new BookingResult.RangeExhausted(booking.Product);
        }

        var shipment = Shipment.Book(id, booking with { Article = article.ToString() }, now);
        database.Shipments.Add(shipment);
        database.ShipmentChanges.Add(ShipmentChange.Booked(shipment));
        database.History.Add(HistoryEntry.Of(id, HistoryKind.Booked, booking.BookedBy, detail: null, now));
        try
        {
            await database.SaveChangesAsync(token);
        }
        catch (DbUpdateException) when (booking.ReturnOf is not null)
        {
            // The return was booked from another form at the same moment; nothing of this one stays.
            await transaction.RollbackAsync(token);
            if (await database.HasReturnAsync(booking.ReturnOf.Value, token)) return new BookingResult.ReturnRefused(ReturnRefusal.Booked);
            throw;
        }

        await transaction.CommitAsync(token);
        signal.Pulse();
        return new BookingResult.Booked(BookedShipments.Of(shipment), Again: false);
    }
}
