using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Booking;

/// <summary>Takes a checked booking to its offices and its price: all that is left then is the article number.</summary>
public sealed class PriceBooking(Snapshot<PincodeDirectory> directory, IBookingPrices prices, TimeProvider time)
{
    /// <summary>Prices a booking for a seller, or says why it cannot be had.</summary>
    /// <param name="wish">What is asked for, and by whom.</param>
    /// <param name="refused">Why not; null when it can be written.</param>
    /// <returns>What is to be written; null when it is refused.</returns>
    public PricedBooking? Execute(BookingWish wish, out BookingResult? refused)
    {
        var (tidy, seller) = (wish.Tidy, wish.Seller);
        refused = seller.MayBook ? null : new BookingResult.NotApproved(seller.Status);
        if (refused is not null) return null;
        var route = BookingRoute.Find(directory.Value, tidy, seller, wish.Consignor);
        if (route.Faults.Count > 0)
        {
            refused = new BookingResult.Refused(route.Faults);
            return null;
        }

        var list = prices.Quote(route.PriceRequest(tidy, seller, time.GetUtcNow()));
        if (list.Offers.FirstOrDefault(offer => offer.Product == tidy.Product) is not { } offer)
        {
            refused = new BookingResult.ProductUnavailable(tidy.Product);
            return null;
        }

        if (wish.ExpectedTotalPaise is { } expected && offer.Total.Paise != expected)
        {
            refused = new BookingResult.PriceChanged(offer);
            return null;
        }

        var shipment = route.NewShipment(tidy, seller, offer, wish.Actor);
        if (wish.Original is { } original) shipment = shipment with { Consignor = original.Consignee, ReturnOf = original.Id };
        return new PricedBooking(tidy.Key, wish.Content, shipment);
    }
}

/// <summary>A booking that was checked, with all that the database knows of it.</summary>
/// <param name="Tidy">What is to be booked.</param>
/// <param name="Content">The fingerprint of what was asked for, before a return took its beginning from its original.</param>
/// <param name="Seller">For whom.</param>
/// <param name="Consignor">The address of the pickup location.</param>
/// <param name="Actor">Who books.</param>
/// <param name="ExpectedTotalPaise">The price that was shown; null to take the tariff.</param>
/// <param name="Original">The delivered shipment whose way back it is.</param>
public sealed record BookingWish(TidyBooking Tidy, string Content, Seller Seller, PostalAddress Consignor, Actor Actor, long? ExpectedTotalPaise, Shipment? Original = null);
