using System.Globalization;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Booking;

/// <summary>The two ends of a parcel as the directory knows them: the offices that book and deliver it.</summary>
public sealed record BookingRoute
{
    /// <summary>What the directory has against the two pincodes; the rest is only there when this is empty.</summary>
    public required IReadOnlyList<BookingFault> Faults { get; init; }

    private PostalAddress Consignor { get; init; } = null!;

    private PincodeEntry From { get; init; } = null!;

    private PincodeEntry To { get; init; } = null!;

    private PostOffice BookingOffice { get; init; } = null!;

    private PostOffice DeliveryOffice { get; init; } = null!;

    /// <summary>Looks the two ends up.</summary>
    /// <param name="directory">The directory in force.</param>
    /// <param name="tidy">The booking.</param>
    /// <param name="seller">Who sends.</param>
    /// <param name="consignor">The address of the pickup location; the seller's pickup address when null.</param>
    public static BookingRoute Find(PincodeDirectory directory, TidyBooking tidy, Seller seller, PostalAddress? consignor = null)
    {
        consignor ??= seller.PickupAddress;
        var faults = new List<BookingFault>();
        var from = directory.Find(tidy.From ?? consignor.Pincode);
        if (from is null) faults.Add(BookingFault.FromPincodeUnknown);
        var booking = from is null ? null : directory.BookingOfficeFor(from.Pincode);
        if (from is not null && booking is null) faults.Add(BookingFault.FromPincodeNoOffice);
        var to = directory.Find(tidy.Consignee.Pincode);
        if (to is null) faults.Add(BookingFault.ToPincodeUnknown);
        var delivery = to is null ? null : DeliveryOfficeOf(directory, to);
        if (to is not null && delivery is null) faults.Add(BookingFault.ToPincodeNoDelivery);
        return faults.Count > 0
            ? new BookingRoute { Faults = faults }
            : new BookingRoute { Faults = [], Consignor = consignor, From = from!, To = to!, BookingOffice = booking!.Office, DeliveryOffice = delivery! };
    }

    /// <summary>What the tariff is asked; posted today by the Indian calendar.</summary>
    public BookingPriceRequest PriceRequest(TidyBooking tidy, Seller seller, DateTimeOffset now) => new(
        From.Pincode,
        To.Pincode,
        tidy.WeightGrams,
        tidy.Size,
        tidy.AddOns,
        tidy.DeclaredValueRupees,
        seller.HasContract,
        seller.Gstin,
        IndianTime.DayOf(now));

    /// <summary>All of the shipment but its number.</summary>
    public NewShipment NewShipment(TidyBooking tidy, Seller seller, BookingOffer offer, Actor actor) => new()
    {
        SellerId = seller.Id,
        Article = "",
        Product = offer.Product,
        Consignor = Consignor,
        Consignee = tidy.Consignee with { State = tidy.Consignee.State.Length > 0 ? tidy.Consignee.State : To.State },
        ConsigneeEmail = tidy.ConsigneeEmail,
        Parcel = new Parcel
        {
            WeightGrams = tidy.WeightGrams,
            ChargeableGrams = offer.ChargeableGrams,
            LengthMm = tidy.Size?.LengthMm,
            BreadthMm = tidy.Size?.BreadthMm,
            HeightMm = tidy.Size?.HeightMm,
            Contents = tidy.Contents,
            DeclaredValueRupees = tidy.DeclaredValueRupees,
        },
        Price = new BookedPrice
        {
            Base = offer.Base,
            Taxable = offer.Taxable,
            Cgst = offer.Cgst,
            Sgst = offer.Sgst,
            Igst = offer.Igst,
            Total = offer.Total,
            AddOns = string.Join(',', offer.AddOns.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.AddOn.ToCode()}:{line.Fee.Paise}"))),
            Slab = offer.Slab,
            Zone = offer.Zone,
            TariffEffectiveFrom = offer.TariffEffectiveFrom,
        },
        References = tidy.References,
        CustomerId = seller.CustomerId ?? "",
        ContractNumber = offer.Product.IsContractual() ? seller.ContractNumber : null,
        BookingOffice = BookingOffice.Name,
        BookingPincode = BookingOffice.Pincode,
        DeliveryOffice = DeliveryOffice.Name,
        BookedBy = actor.UserId,
        ExpectedFrom = offer.ExpectedFrom,
        ExpectedTo = offer.ExpectedTo,
    };

    /// <summary>The pincode's main office when it delivers, else the first that does: head before sub before branch.</summary>
    private static PostOffice? DeliveryOfficeOf(PincodeDirectory directory, PincodeEntry to)
    {
        var delivering = directory.OfficesOf(to.Pincode).Where(office => office.Delivers).ToList();
        return delivering.Find(office => office.Name == to.MainOffice) ?? delivering.FirstOrDefault();
    }
}
