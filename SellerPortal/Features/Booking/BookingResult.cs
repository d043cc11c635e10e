using SellerPortal.Domain.Booking;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Booking;

/// <summary>How a booking went. Everything but <see cref="Booked"/> leaves no trace: no claim, no number, no shipment.</summary>
public abstract record BookingResult
{
    private BookingResult()
    {
    }

    /// <summary>The parcel is booked.</summary>
    /// <param name="Shipment">What was booked.</param>
    /// <param name="Again">True when it had been booked before under the same key.</param>
    public sealed record Booked(BookedShipment Shipment, bool Again) : BookingResult;

    /// <summary>Fields are wrong.</summary>
    public sealed record Refused(IReadOnlyList<BookingFault> Faults) : BookingResult;

    /// <summary>The product cannot be had for this parcel; the price list says why.</summary>
    public sealed record ProductUnavailable(ProductCode Product) : BookingResult;

    /// <summary>The tariff is another one than was shown; the seller must see the new price first.</summary>
    public sealed record PriceChanged(BookingOffer Offer) : BookingResult;

    /// <summary>The seller is not admitted.</summary>
    public sealed record NotApproved(SellerStatus Status) : BookingResult;

    /// <summary>The account books for no seller.</summary>
    public sealed record NotASeller : BookingResult;

    /// <summary>No article number is left for the product.</summary>
    public sealed record RangeExhausted(ProductCode Product) : BookingResult;

    /// <summary>The way back of the shipment cannot be booked.</summary>
    public sealed record ReturnRefused(ReturnRefusal Reason) : BookingResult;

    /// <summary>The key has booked another parcel already.</summary>
    public sealed record KeyUsed(BookedShipment Shipment) : BookingResult;

    /// <summary>The key has asked for something else of the API, such as a pickup.</summary>
    public sealed record KeyUsedElsewhere : BookingResult;
}

/// <summary>What the confirmation shows.</summary>
/// <param name="Id">The shipment.</param>
/// <param name="Article">Thirteen characters without spaces.</param>
/// <param name="Product">The product.</param>
/// <param name="Total">What it costs, with tax.</param>
/// <param name="Name">The addressee.</param>
/// <param name="City">Where the addressee lives.</param>
/// <param name="Pincode">Six digits.</param>
/// <param name="BookedAt">When it was booked.</param>
/// <param name="ExpectedFrom">First day of the expected delivery.</param>
/// <param name="ExpectedTo">Last day of the expected delivery.</param>
/// <param name="ChargeableGrams">The weight that is paid for.</param>
/// <param name="Price">What it costs, line by line.</param>
/// <param name="BookingOffice">Where it begins.</param>
/// <param name="DeliveryOffice">Where it is to be delivered.</param>
public sealed record BookedShipment(
    ShipmentId Id,
    string Article,
    ProductCode Product,
    Money Total,
    string Name,
    string City,
    string Pincode,
    DateTimeOffset BookedAt,
    DateOnly? ExpectedFrom,
    DateOnly? ExpectedTo,
    int ChargeableGrams,
    BookedPrice Price,
    string BookingOffice,
    string DeliveryOffice);
