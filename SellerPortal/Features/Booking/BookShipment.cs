using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Booking;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Booking;

/// <summary>Books one parcel, once for each key: checks it, prices it, and hands it to the lane that writes it whole or not at all.</summary>
public sealed class BookShipment(IDbContextFactory<PortalDbContext> factory, PriceBooking price, BookingLane lane)
{
    /// <summary>Books, or says why not. The same key with the same content gives the same shipment back.</summary>
    /// <param name="actor">Who books.</param>
    /// <param name="input">What is to be booked.</param>
    /// <param name="token">Stops the work, until it is written.</param>
    /// <param name="callKey">The key of a call of the API as it was sent: with one that asked for something else nothing is booked.</param>
    public async Task<BookingResult> ExecuteAsync(Actor actor, BookShipmentInput input, CancellationToken token, string? callKey = null)
    {
        var (booking, refused) = await PrepareAsync(actor, input, callKey, token);
        return booking is null ? refused! : await WriteAsync(booking, token);
    }

    /// <summary>Says what <see cref="ExecuteAsync"/> would answer, and books nothing.</summary>
    /// <returns>Null when it would be booked.</returns>
    public async Task<BookingResult?> CheckAsync(Actor actor, BookShipmentInput input, CancellationToken token) => (await PrepareAsync(actor, input, callKey: null, token)).Refused;

    /// <summary>Asks the database all that it knows of the booking. Its connection is given back before the lane needs one.</summary>
    private async Task<(PricedBooking? Booking, BookingResult? Refused)> PrepareAsync(Actor actor, BookShipmentInput input, string? callKey, CancellationToken token)
    {
        if (actor.SellerId is not { } sellerId || !actor.MayWrite) return (null, new BookingResult.NotASeller());
        var faults = BookingRules.Check(input, out var tidy);
        if (tidy is null) return (null, new BookingResult.Refused(faults));
        await using var database = await factory.CreateDbContextAsync(token);
        await database.Database.OpenConnectionAsync(token);
        var content = tidy.Fingerprint();
        if (await database.FindClaimedAsync(sellerId, tidy.Key, content, token) is { } before) return (null, before);

        // Asked together: the hottest call of the API goes to the database no more often than that of a page.
        var found = await database.Sellers.AsNoTracking().Where(seller => seller.Id == sellerId)
            .Select(seller => new { Seller = seller, IsUsed = callKey != null && database.IdempotentCalls.Any(call => call.Owner == sellerId.Value && call.Key == callKey) })
            .FirstOrDefaultAsync(token);
        if (found is null) return (null, new BookingResult.NotASeller());
        if (found.IsUsed) return (null, new BookingResult.KeyUsedElsewhere());
        var seller = found.Seller;
        if (!seller.MayBook) return (null, new BookingResult.NotApproved(seller.Status));

        Shipment? original = null;
        if (tidy.ReturnOf is { } returned)
        {
            (original, var whyNot) = await database.FindOriginalAsync(sellerId, returned, token);
            if (original is null || whyNot is not null) return (null, new BookingResult.ReturnRefused(whyNot ?? ReturnRefusal.NotFound));
            tidy = tidy with { From = original.Consignee.Pincode, Location = null };
        }

        var consignor = tidy.Location is { } location ? await SellerLocations.FindAsync(database, seller, location, token) : seller.PickupAddress;
        if (consignor is null) return (null, new BookingResult.Refused([BookingFault.LocationUnknown]));
        var booking = price.Execute(new BookingWish(tidy, content, seller, consignor, actor, input.ExpectedTotalPaise, original), out var refused);
        return (booking, refused);
    }

    private async Task<BookingResult> WriteAsync(PricedBooking booking, CancellationToken token)
    {
        try
        {
            return await lane.BookAsync(booking) switch
            {
                WrittenBooking.Booked booked => new BookingResult.Booked(BookedShipments.Of(booked.Shipment), Again: false),
                WrittenBooking.Exhausted => new BookingResult.RangeExhausted(booking.Shipment.Product),
                _ => await ClaimedAsync(booking, token),
            };
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException && booking.Shipment.ReturnOf is not null)
        {
            // The return was booked from another form at the same moment; nothing of this one stays.
            await using var database = await factory.CreateDbContextAsync(token);
            if (await database.HasReturnAsync(booking.Shipment.ReturnOf.Value, token)) return new BookingResult.ReturnRefused(ReturnRefusal.Booked);
            throw;
        }
    }

    /// <summary>The same form was sent twice at once and the other one came first: its shipment is the answer.</summary>
    private async Task<BookingResult> ClaimedAsync(PricedBooking booking, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.FindClaimedAsync(booking.Shipment.SellerId, booking.Key, booking.Content, token)
            ?? throw new InvalidOperationException("A key that has booked has no claim.");
    }
}
