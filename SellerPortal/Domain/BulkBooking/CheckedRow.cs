using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Booking;

namespace SellerPortal.Domain.BulkBooking;

/// <summary>What a check made of a row.</summary>
public sealed record CheckedRow
{
    public required IReadOnlyDictionary<SheetColumn, SheetCell> Cells { get; init; }

    /// <summary>All that is wrong; the rest is only complete when this is empty.</summary>
    public required IReadOnlyList<CellFault> Faults { get; init; }

    public TidyBooking? Tidy { get; init; }

    public BookingRoute? Route { get; init; }

    public BookingOffer? Offer { get; init; }

    /// <summary>The order reference as it is compared; null without one.</summary>
    public string? OrderKey { get; init; }

    /// <summary>The row as it is written.</summary>
    /// <exception cref="InvalidOperationException">The row has a fault.</exception>
    public PricedBooking Priced(Seller seller, Actor actor) => this is { Tidy: { } tidy, Route: { } route, Offer: { } offer }
        ? new PricedBooking(tidy.Key, tidy.Fingerprint(), route.NewShipment(tidy, seller, offer, actor))
        : throw new InvalidOperationException("A row with a fault is not booked.");
}
