using System.Text.Json;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Booking;

/// <summary>
/// The state of the booking page and all it works out by itself: places from the pincodes, prices from pincode and
/// weight, the chosen product, faults and warnings. Knows nothing of pages.
/// </summary>
public sealed class BookingForm
{
    private readonly PincodeDirectory _directory;
    private readonly IBookingPrices _prices;
    private readonly BookingDesk _desk;
    private readonly Func<DateOnly> _today;
    private IReadOnlyList<BookingFault> _refused = [];

    /// <param name="directory">The pincode directory in force.</param>
    /// <param name="prices">The tariff in force.</param>
    /// <param name="desk">The seller, and the draft to go on with.</param>
    /// <param name="newKey">The key of a form without a draft.</param>
    /// <param name="today">The Indian calendar day.</param>
    public BookingForm(PincodeDirectory directory, IBookingPrices prices, BookingDesk desk, Guid newKey, Func<DateOnly> today)
    {
        (_directory, _prices, _desk, _today) = (directory, prices, desk, today);
        Fields = Read(desk.DraftJson) ?? new BookingFields { Key = newKey, From = desk.PickupPincode };
        LeaveLostLocation();
        Refresh();
    }

    public BookingFields Fields { get; private set; }

    /// <summary>The sizes that are offered.</summary>
    public IReadOnlyList<ParcelPreset> Presets => ParcelPreset.Of(_desk.Boxes);

    /// <summary>Where the seller sends from, the default location first.</summary>
    public IReadOnlyList<DeskLocation> Locations => _desk.Locations;

    /// <summary>The location the parcel is sent from; null where the desk knows none.</summary>
    public DeskLocation? Location => Locations.FirstOrDefault(location => location.Id == Fields.Location) ?? Locations.FirstOrDefault(location => location.IsDefault);

    /// <summary>The place the parcel comes from; null while the pincode is not in the directory.</summary>
    public PincodeEntry? From { get; private set; }

    /// <summary>The place the parcel goes to; null while the pincode is not in the directory.</summary>
    public PincodeEntry? To { get; private set; }

    /// <summary>Districts the destination pincode reaches into, when it is more than one.</summary>
    public IReadOnlyList<string> Cities { get; private set; } = [];

    public int? WeightGrams { get; private set; }

    public int? DeclaredValueRupees { get; private set; }

    /// <summary>Every product that can be had, and why the others cannot; null while pincodes or weight are missing.</summary>
    public BookingPriceList? Prices { get; private set; }

    /// <summary>The product to be booked; null while there is no price.</summary>
    public BookingOffer? Chosen { get; private set; }

    /// <summary>True once a booking was tried: from then on faults stand at their fields.</summary>
    public bool IsTried { get; private set; }

    /// <summary>True when the law asks for an e-way bill and none is given.</summary>
    public bool WantsEwayBill => DeclaredValueRupees > BookingRules.EwayBillAboveRupees && string.IsNullOrWhiteSpace(Fields.EwayBill);

    /// <summary>What is wrong now, in the order of the page; empty before the first try.</summary>
    public IReadOnlyList<BookingFault> Faults { get; private set; } = [];

    /// <summary>The fault at a field; pincodes that are typed to the end are judged before the first try.</summary>
    public BookingFault? FaultAt(BookingField field)
    {
        if (IsTried)
        {
            var found = Faults.Where(fault => fault.Field() == field).ToList();
            return found.Count > 0 ? found[0] : null;
        }

        return field switch
        {
            BookingField.ToPincode => Early(Fields.To, To, BookingFault.ToPincodeMalformed, BookingFault.ToPincodeUnknown)
                ?? (To is { Delivers: false } ? BookingFault.ToPincodeNoDelivery : null),
            BookingField.FromPincode => Early(Fields.From, From, BookingFault.FromPincodeMalformed, BookingFault.FromPincodeUnknown),
            _ => null,
        };
    }

    /// <summary>Works everything out anew; to be called after a change.</summary>
    public void Refresh()
    {
        _directory.Check(Fields.From, out var from);
        _directory.Check(Fields.To, out var to);
        From = from;
        TakePlace(to);
        WeightGrams = TypedMeasures.Grams(Fields.Weight);
        DeclaredValueRupees = TypedMeasures.Rupees(Fields.DeclaredValue);
        Prices = Quote();
        var offers = Prices?.Offers ?? [];
        Chosen = offers.FirstOrDefault(offer => offer.Product.ToCode() == Fields.Product) ?? offers.MinBy(offer => offer.Total);
        _refused = [];
        if (IsTried) Judge();
    }

    /// <summary>Says all that is wrong and keeps saying it while the seller mends it.</summary>
    /// <returns>The booking, or null when something is wrong.</returns>
    public BookShipmentInput? Try()
    {
        IsTried = true;
        Judge();
        return Faults.Count == 0 ? Input() : null;
    }

    /// <summary>Puts the faults of a refused booking at their fields, until the next change.</summary>
    public void Refuse(IReadOnlyList<BookingFault> faults)
    {
        IsTried = true;
        _refused = faults;
        Judge();
    }

    /// <summary>The consignee as typed.</summary>
    public ConsigneeInput Consignee => new()
    {
        Name = Fields.Name,
        Company = Fields.Company,
        Line1 = Fields.Line1,
        Line2 = Fields.Line2,
        Line3 = Fields.Line3,
        City = Fields.City,
        State = Fields.State,
        Pincode = Fields.To,
        Mobile = Fields.Mobile,
        Email = Fields.Email,
    };

    /// <summary>Sends from another location, and from its pincode.</summary>
    public void SendFrom(Guid id)
    {
        if (Locations.FirstOrDefault(location => location.Id == id) is not { } chosen) return;
        (Fields.Location, Fields.From) = (chosen.IsDefault ? null : chosen.Id, chosen.Pincode);
        Refresh();
    }

    /// <summary>Fills in a consignee of the address book.</summary>
    public void SendTo(PostalAddress address, string? email)
    {
        Fields.Email = email ?? "";
        (Fields.To, Fields.Name, Fields.Company, Fields.Mobile) = (address.Pincode.ToString(), address.Name, address.Company ?? "", address.Mobile);
        (Fields.Line1, Fields.Line2, Fields.Line3) = (address.Line1, address.Line2 ?? "", address.Line3 ?? "");
        Refresh();

        // After the pincode has filled them in, because what is kept in the address book was perhaps corrected there.
        (Fields.City, Fields.CityIsTyped, Fields.State) = (address.City, true, address.State);
        Refresh();
    }

    /// <summary>Begins another parcel of the same kind: from, size, contents and add-ons stay, the order and its consignee go.</summary>
    public void Next(Guid key)
    {
        Fields = new BookingFields
        {
            Key = key,
            Location = Fields.ReturnOf is null ? Fields.Location : null,
            From = Fields.ReturnOf is null ? Fields.From : _desk.PickupPincode,
            Weight = Fields.Weight,
            Length = Fields.Length,
            Breadth = Fields.Breadth,
            Height = Fields.Height,
            Product = Fields.Product,
            Contents = Fields.Contents,
            AddOns = Fields.AddOns,
        };
        IsTried = false;
        Refresh();
    }

    /// <summary>Begins from nothing.</summary>
    public void StartOver(Guid key)
    {
        Fields = new BookingFields { Key = key, From = _desk.PickupPincode };
        IsTried = false;
        Refresh();
    }

    /// <summary>What an add-on costs for this parcel, whether it is switched on or not; null while that is not known.</summary>
    public Money? FeeOf(AddOn addOn) =>
        _prices.FeeOf(addOn, DeclaredValueRupees, _today());

    /// <summary>Switches an add-on on or off.</summary>
    public void Toggle(AddOn addOn)
    {
        var code = addOn.ToCode();
        if (!Fields.AddOns.Remove(code)) Fields.AddOns.Add(code);
        Refresh();
    }

    /// <summary>The fields as a draft.</summary>
    public string ToJson() => JsonSerializer.Serialize(Fields);

    private static BookingFields? Read(string? json)
    {
        if (json is null) return null;
        try
        {
            return JsonSerializer.Deserialize<BookingFields>(json);
        }
        catch (JsonException)
        {
            // A draft of an older portal that this one cannot read is not worth a broken page.
            return null;
        }
    }

    /// <summary>A draft may name a location that was removed since; the default one is sent from then.</summary>
    private void LeaveLostLocation()
    {
        if (Fields.Location is { } id && !Locations.Any(location => location.Id == id)) (Fields.Location, Fields.From) = (null, _desk.PickupPincode);
    }

    private static BookingFault? Early(string text, PincodeEntry? entry, BookingFault malformed, BookingFault unknown)
    {
        if (entry is not null || text.Trim().Length < 6) return null;
        return Pincode.TryParse(text.Trim(), out _) ? unknown : malformed;
    }

    private void TakePlace(PincodeEntry? to)
    {
        if (to is not null && to.Pincode != To?.Pincode)
        {
            Cities = [.. _directory.OfficesOf(to.Pincode).Select(office => office.District).Where(district => district.Length > 0).Prepend(to.District).Distinct()];
            if (!Fields.CityIsTyped || Fields.City.Length == 0) (Fields.City, Fields.CityIsTyped) = (to.District, false);
            Fields.State = to.State;
        }

        if (to is null) Cities = [];
        To = to;
    }

    private BookingPriceList? Quote()
    {
        if (From is null || To is null || WeightGrams is not (> 0 and <= BookingRules.HeaviestGrams)) return null;
        var input = Input();
        var size = BookingRules.Size(input.LengthCm, input.BreadthCm, input.HeightCm, out _);
        List<AddOn> addOns = [];
        foreach (var code in Fields.AddOns)
        {
            if (AddOnCodes.TryParse(code, out var addOn) && (addOn != AddOn.Insurance || DeclaredValueRupees > 0)) addOns.Add(addOn);
        }

        return _prices.Quote(new BookingPriceRequest(
            From.Pincode, To.Pincode, WeightGrams.Value, size, addOns, DeclaredValueRupees, _desk.HasContract, _desk.Gstin, _today()));
    }

    private void Judge()
    {
        var faults = BookingRules.Check(Input(), out _).Concat(_refused);
        if (To is null && Pincode.TryParse(Fields.To.Trim(), out _)) faults = faults.Append(BookingFault.ToPincodeUnknown);
        if (To is { Delivers: false }) faults = faults.Append(BookingFault.ToPincodeNoDelivery);
        if (From is null && Pincode.TryParse(Fields.From.Trim(), out _)) faults = faults.Append(BookingFault.FromPincodeUnknown);
        Faults = [.. faults.Distinct().Where(fault => fault != BookingFault.ProductMissing || Prices is not null).OrderBy(fault => fault)];
    }

    private BookShipmentInput Input() => new()
    {
        Key = Fields.Key,
        PickupLocation = Fields.ReturnOf is null ? Fields.Location : null,
        FromPincode = Fields.From,
        WeightGrams = WeightGrams,
        LengthCm = TypedMeasures.Centimetres(Fields.Length),
        BreadthCm = TypedMeasures.Centimetres(Fields.Breadth),
        HeightCm = TypedMeasures.Centimetres(Fields.Height),
        ProductCode = Chosen?.Product.ToCode(),
        Consignee = Consignee,
        GemContract = Fields.GemContract,
        Order = Fields.Order,
        Invoice = Fields.Invoice,
        Contents = Fields.Contents,
        DeclaredValueRupees = DeclaredValueRupees,
        EwayBill = Fields.EwayBill,
        AddOns = [.. Fields.AddOns],
        ReturnOf = Fields.ReturnOf,
        ExpectedTotalPaise = Chosen?.Total.Paise ?? 0,
    };
}
