using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;

namespace SellerPortal.Features.Booking;

/// <summary>Every product side by side, the bill of the chosen one, and the button that books it.</summary>
public sealed partial class PricePanel
{
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>False for a seller who is not approved: prices are shown, the button is off.</summary>
    [Parameter]
    public bool MayBook { get; set; }

    [Parameter]
    public EventCallback Book { get; set; }

    private BookingOffer? Cheapest => Form.Prices?.Offers is { Count: > 1 } offers ? offers.MinBy(offer => offer.Total) : null;

    private BookingOffer? Fastest => Form.Prices?.Offers is { Count: > 1 } offers
        ? offers.Where(offer => offer.ExpectedTo is not null).MinBy(offer => (offer.ExpectedTo, offer.ExpectedFrom))
        : null;

    private string Details(BookingOffer offer)
    {
        List<string> parts = [];
        if (offer is { ExpectedFrom: { } from, ExpectedTo: { } to }) parts.Add(IndianFormat.DateRange(from, to));
        parts.Add(Presenter.Mode(offer.Product));
        if (offer.Product.IsContractual()) parts.Add(Texts["ContractOnly"]);
        return string.Join(" · ", parts);
    }
}
