using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Booking;

/// <summary>Prices of the tariffs in force. A booking is a parcel: goods are parcels at every weight.</summary>
public sealed class TariffPrices(Snapshot<TariffBook> tariffs, Snapshot<PincodeDirectory> directory) : IBookingPrices
{
    public BookingPriceList Quote(BookingPriceRequest request)
    {
        if (!directory.Value.TryFind(request.From, out var from) || !directory.Value.TryFind(request.To, out var to)) return new BookingPriceList([], []);
        var result = TariffCalculator.QuoteAll(tariffs.Value, new QuoteRequest
        {
            From = from,
            To = to,
            Weight = new Weight(request.WeightGrams),
            Size = request.Size,
            PostedOn = request.PostedOn,
            AddOns = AddOnSet.Of(request.AddOns),
            DeclaredValueRupees = request.DeclaredValueRupees,
            HasContract = request.HasContract,
            SenderGstState = GstState.CodeOfGstin(request.Gstin),
            DeliveredByBranchOffice = IsDeliveredByBranchOffice(to),
        });
        return new BookingPriceList(
            [.. result.Quotes.Where(quote => !quote.NeedsContract).Select(Offer)],
            [.. result.Quotes.Where(quote => quote.NeedsContract).Select(quote => new Unavailable(quote.Product, UnavailableReason.NeedsContract)), .. result.Unavailable]);
    }

    public Money? FeeOf(AddOn addOn, int? declaredValueRupees, DateOnly postedOn)
    {
        if (tariffs.Value.FeesOn(postedOn)?.Row(addOn) is not { } row) return null;
        return row.ExtraUnitRupees > 0 && declaredValueRupees is not > 0
            ? null
            : new Money(AddOnFees.FeePaise(row, declaredValueRupees ?? 0));
    }

    private static BookingOffer Offer(Quote quote) => new()
    {
        Product = quote.Product,
        ChargeableGrams = quote.Chargeable.Grams,
        Zone = quote.Column.Code,
        Slab = quote.SlabCode,
        Base = new Money(quote.BasePaise),
        AddOns = [.. quote.AddOns.Select(charge => (charge.AddOn, charge.Fee))],
        Taxable = new Money(quote.TaxablePaise),
        Cgst = new Money(quote.Gst.CgstPaise),
        Sgst = new Money(quote.Gst.SgstPaise),
        Igst = new Money(quote.Gst.IgstPaise),
        Total = new Money(quote.TotalPaise),
        TariffEffectiveFrom = quote.Table.EffectiveFrom,
        ExpectedFrom = quote.Delivery?.From,
        ExpectedTo = quote.Delivery?.To,
        Quote = quote,
    };

    private bool IsDeliveredByBranchOffice(PincodeEntry to)
    {
        var delivering = directory.Value.OfficesOf(to.Pincode).Where(office => office.Delivers).ToList();
        return delivering.Count > 0 && delivering.TrueForAll(office => office.Type == PostOfficeType.Branch);
    }
}
