using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Booking;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Booking;

/// <summary>
/// Books many parcels at once. Each has its own key and its own result; those that can be booked are written in one
/// transaction, so that a crash leaves all of them or none.
/// </summary>
public sealed class BookBatch(
    IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory, PriceBooking price, BookingWriter writer, BookShipment single, WorkSignal signal, TimeProvider time)
{
    /// <summary>The most parcels of one batch.</summary>
    public const int Most = 1_000;

    /// <summary>Books what can be booked; with <paramref name="validate"/> it only says what would be.</summary>
    /// <returns>What became of each, in their order; null for what could be booked and was only validated.</returns>
    public async Task<IReadOnlyList<BookingResult?>> ExecuteAsync(Actor actor, IReadOnlyList<BookShipmentInput> inputs, bool validate, CancellationToken token)
    {
        if (actor.SellerId is not { } sellerId || !actor.MayWrite) return [.. inputs.Select(_ => new BookingResult.NotASeller())];
        var results = new BookingResult?[inputs.Count];
        var ready = new List<(int Index, PricedBooking Booking)>(inputs.Count);
        var returns = new List<int>();
        await using (var database = await factory.CreateDbContextAsync(token))
        {
            if (await database.Sellers.AsNoTracking().FirstOrDefaultAsync(seller => seller.Id == sellerId, token) is not { } seller) return [.. inputs.Select(_ => new BookingResult.NotASeller())];
            var places = new Dictionary<Guid, PostalAddress?>();
            var keys = inputs.Select(input => input.Key).ToList();
            var known = (await database.BookingClaims.Where(claim => claim.SellerId == sellerId && keys.Contains(claim.Key)).Select(claim => claim.Key).ToListAsync(token)).ToHashSet();
            for (var i = 0; i < inputs.Count; i++)
            {
                var faults = BookingRules.Check(inputs[i].WithCityOf(directory.Value), out var tidy);
                if (tidy is null) results[i] = new BookingResult.Refused(faults);
                else if (known.Contains(tidy.Key)) results[i] = await database.FindClaimedAsync(sellerId, tidy.Key, tidy.Fingerprint(), token);
                else if (tidy.ReturnOf is not null) returns.Add(i);
                else if (await ConsignorAsync(database, seller, tidy, places, token) is not { } consignor) results[i] = new BookingResult.Refused([BookingFault.LocationUnknown]);
                else if (price.Execute(new BookingWish(tidy, tidy.Fingerprint(), seller, consignor, actor, inputs[i].ExpectedTotalPaise), out results[i]) is { } booking) ready.Add((i, booking));
            }
        }

        // A way back asks more of the database than the price; there are few, and each goes its own way.
        if (validate)
        {
            foreach (var i in returns) results[i] = await single.CheckAsync(actor, inputs[i].WithCityOf(directory.Value), token);
            RefuseSecondReturns(inputs, results);
            return results;
        }

        await WriteAsync(ready, results, token);
        for (var i = 0; i < inputs.Count; i++) results[i] ??= await single.ExecuteAsync(actor, inputs[i].WithCityOf(directory.Value), token);
        return results;
    }

    /// <summary>A parcel has one way back: of two in a batch the first would be booked.</summary>
    private static void RefuseSecondReturns(IReadOnlyList<BookShipmentInput> inputs, BookingResult?[] results)
    {
        var originals = new HashSet<Guid>();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (results[i] is null && inputs[i].ReturnOf is { } original && !originals.Add(original)) results[i] = new BookingResult.ReturnRefused(ReturnRefusal.Booked);
        }
    }

    private static async Task<PostalAddress?> ConsignorAsync(PortalDbContext database, Seller seller, TidyBooking tidy, Dictionary<Guid, PostalAddress?> known, CancellationToken token)
    {
        if (tidy.Location is not { } location) return seller.PickupAddress;
        if (known.TryGetValue(location, out var found)) return found;
        return known[location] = await SellerLocations.FindAsync(database, seller, location, token);
    }

    private async Task WriteAsync(List<(int Index, PricedBooking Booking)> ready, BookingResult?[] results, CancellationToken token)
    {
        if (ready.Count == 0) return;
        await using var database = await factory.CreateDbContextAsync(token);
        IReadOnlyList<WrittenBooking> written;
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(token);
            written = await writer.WriteAsync(database, [.. ready.Select(one => one.Booking)], time.GetUtcNow(), token);
            await transaction.CommitAsync(token);
        }
        catch (Exception fault) when (fault.IsOfDatabase() && !token.IsCancellationRequested)
        {
            // Another node booked one of the keys at the same moment: each is then booked by itself.
            return;
        }

        signal.Pulse();
        for (var i = 0; i < ready.Count; i++)
        {
            results[ready[i].Index] = written[i] switch
            {
                WrittenBooking.Booked booked => new BookingResult.Booked(BookedShipments.Of(booked.Shipment), Again: false),
                WrittenBooking.Exhausted => new BookingResult.RangeExhausted(ready[i].Booking.Shipment.Product),
                _ => await database.FindClaimedAsync(ready[i].Booking.Shipment.SellerId, ready[i].Booking.Key, ready[i].Booking.Content, token),
            };
        }
    }
}
