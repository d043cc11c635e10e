using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Booking;

/// <summary>
/// What a booking must satisfy before a directory or a tariff is asked, for the form and the API alike; the lengths
/// are those of India Post's booking interface.
/// </summary>
public static class BookingRules
{
    /// <summary>The heaviest article any product takes, in grams.</summary>
    public const int HeaviestGrams = 35_000;

    /// <summary>The longest side any product takes, in millimetres.</summary>
    public const int LongestSideMm = 1_500;

    public const int LongestContents = 200;
    public const int LongestReference = 50;

    /// <summary>The highest value that can be declared, in rupees: one crore.</summary>
    public const int HighestValueRupees = 10_000_000;

    /// <summary>Above this value the law asks for an e-way bill, in rupees.</summary>
    public const int EwayBillAboveRupees = 50_000;

    private static readonly (AddressFaults Fault, BookingFault Meaning)[] AddressMeanings =
    [
        (AddressFaults.NameMissing, BookingFault.NameMissing),
        (AddressFaults.NameLength, BookingFault.NameLength),
        (AddressFaults.CompanyLength, BookingFault.CompanyLength),
        (AddressFaults.LinesMissing, BookingFault.AddressMissing),
        (AddressFaults.LinesTooLong, BookingFault.AddressTooLong),
        (AddressFaults.CityMissing, BookingFault.CityMissing),
        (AddressFaults.CityLength, BookingFault.CityLength),
        (AddressFaults.StateLength, BookingFault.StateLength),
    ];

    /// <summary>Checks every field and says all that is wrong, in the order of the page.</summary>
    /// <param name="input">As typed or sent.</param>
    /// <param name="tidy">The booking in stored form; null when there is a fault.</param>
    public static IReadOnlyList<BookingFault> Check(BookShipmentInput input, out TidyBooking? tidy)
    {
        var check = new Checked();
        if (input.Key == Guid.Empty) check.Add(BookingFault.KeyMissing);
        var from = From(input.FromPincode, check);
        var product = default(ProductCode);
        if (string.IsNullOrWhiteSpace(input.ProductCode)) check.Add(BookingFault.ProductMissing);
        else if (!ProductCodes.TryParse(input.ProductCode, out product)) check.Add(BookingFault.ProductUnknown);
        if (input.WeightGrams is not { } grams) check.Add(BookingFault.WeightMissing);
        else if (grams is < 1 or > HeaviestGrams) check.Add(BookingFault.WeightOutOfBounds);
        var size = Size(input.LengthCm, input.BreadthCm, input.HeightCm, out var wrongSize);
        if (wrongSize is { } fault) check.Add(fault);
        var consignee = Consignee(input.Consignee, check);
        var email = Email(input.Consignee.Email, check);
        var references = References(input, check);
        var contents = Contents(input, check);
        if (input.DeclaredValueRupees is < 1 or > HighestValueRupees) check.Add(BookingFault.DeclaredValueOutOfBounds);
        var addOns = AddOns(input, check);

        tidy = check.Faults.Count > 0 ? null : new TidyBooking
        {
            Key = input.Key,
            Location = input.PickupLocation,
            From = from,
            Product = product,
            WeightGrams = input.WeightGrams!.Value,
            Size = size,
            Consignee = consignee!,
            ConsigneeEmail = email,
            References = references,
            Contents = contents!,
            DeclaredValueRupees = input.DeclaredValueRupees,
            AddOns = addOns,
            ReturnOf = input.ReturnOf is { } original ? new ShipmentId(original) : null,
        };
        return [.. check.Faults.OrderBy(fault => fault)];
    }

    /// <summary>Checks an addressee alone and says all that is wrong, in the order of the page.</summary>
    /// <param name="input">As typed or sent.</param>
    /// <param name="consignee">The address in stored form; null when there is a fault.</param>
    public static IReadOnlyList<BookingFault> CheckConsignee(ConsigneeInput input, out PostalAddress? consignee)
    {
        var check = new Checked();
        consignee = Consignee(input, check);
        return [.. check.Faults.OrderBy(fault => fault)];
    }

    /// <summary>Checks what is to become of a booked parcel and says all that is wrong, in the order of the page.</summary>
    /// <param name="input">As typed; the pincode is that of the booking and is not asked for.</param>
    /// <param name="consignee">The addressee of the booking.</param>
    /// <param name="facts">In stored form; null when there is a fault.</param>
    public static IReadOnlyList<BookingFault> CheckChange(BookShipmentInput input, PostalAddress consignee, out EditableFacts? facts)
    {
        var check = new Checked();
        var address = Consignee(input.Consignee with { State = consignee.State, Pincode = consignee.Pincode.ToString() }, check);
        var email = Email(input.Consignee.Email, check);
        var references = References(input, check);
        var contents = Contents(input, check);
        facts = check.Faults.Count > 0 ? null : new EditableFacts(address!, email, references, contents!);
        return [.. check.Faults.OrderBy(fault => fault)];
    }

    /// <summary>Outer measures in millimetres; null without a size or with a wrong one.</summary>
    public static Dimensions? Size(decimal? lengthCm, decimal? breadthCm, decimal? heightCm, out BookingFault? fault)
    {
        fault = null;
        decimal?[] sides = [lengthCm, breadthCm, heightCm];
        if (sides.All(side => side is null)) return null;
        if (sides.Any(side => side is null)) fault = BookingFault.SizeIncomplete;
        else if (sides.Any(side => side is <= 0 or > LongestSideMm / 10m || decimal.Truncate(side!.Value * 10) != side * 10)) fault = BookingFault.SizeOutOfBounds;
        return fault is null ? new Dimensions((int)(lengthCm!.Value * 10), (int)(breadthCm!.Value * 10), (int)(heightCm!.Value * 10)) : null;
    }

    private static Pincode? From(string? text, Checked check)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Pincode.TryParse(text.Trim(), out var from)) return from;
        check.Add(BookingFault.FromPincodeMalformed);
        return null;
    }

    private static PostalAddress? Consignee(ConsigneeInput input, Checked check)
    {
        var pincode = default(Pincode);
        if (string.IsNullOrWhiteSpace(input.Pincode)) check.Add(BookingFault.ToPincodeMissing);
        else if (!Pincode.TryParse(input.Pincode.Trim(), out pincode)) check.Add(BookingFault.ToPincodeMalformed);
        var wrong = PostalAddressRules.Check(
            new TypedAddress(input.Name, input.Company, input.Line1, input.Line2, input.Line3, input.City, input.State), out var tidy);
        foreach (var (fault, meaning) in AddressMeanings)
        {
            if (wrong.HasFlag(fault)) check.Add(meaning);
        }

        if (MobileNumber.Parse(input.Mobile, out var mobile) is var reason and not MobileFault.None)
        {
            check.Add(reason == MobileFault.Empty ? BookingFault.MobileMissing : BookingFault.MobileMalformed);
        }

        return check.Faults.Count > 0 ? null : tidy.With(pincode, mobile);
    }

    private static string? Email(string? text, Checked check)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var email = EmailAddress.Tidy(text);
        if (email is null) check.Add(BookingFault.EmailMalformed);
        return email;
    }

    private static string? Contents(BookShipmentInput input, Checked check)
    {
        var contents = PostalAddressRules.Tidy(input.Contents);
        if (contents is null) check.Add(BookingFault.ContentsMissing);
        else if (contents.Length > LongestContents) check.Add(BookingFault.ContentsTooLong);
        return contents;
    }

    private static OrderReferences References(BookShipmentInput input, Checked check)
    {
        var references = new OrderReferences
        {
            GemContract = GemContract(input.GemContract, check),
            Order = PostalAddressRules.Tidy(input.Order),
            Invoice = PostalAddressRules.Tidy(input.Invoice),
            EwayBill = PostalAddressRules.Tidy(input.EwayBill)?.Replace(" ", "", StringComparison.Ordinal),
        };
        if (references.Order is { Length: > LongestReference }) check.Add(BookingFault.OrderTooLong);
        if (references.Invoice is { Length: > LongestReference }) check.Add(BookingFault.InvoiceTooLong);
        if (references.EwayBill is { } bill && (bill.Length != 12 || !bill.All(char.IsAsciiDigit))) check.Add(BookingFault.EwayBillMalformed);
        return references;
    }

    private static AddOn[] AddOns(BookShipmentInput input, Checked check)
    {
        var addOns = new SortedSet<AddOn>();
        foreach (var code in input.AddOns)
        {
            if (AddOnCodes.TryParse(code, out var addOn)) addOns.Add(addOn);
            else check.Add(BookingFault.AddOnUnknown);
        }

        if (addOns.Contains(AddOn.Insurance) && input.DeclaredValueRupees is null) check.Add(BookingFault.DeclaredValueMissing);
        return [.. addOns];
    }

    private static string? GemContract(string? text, Checked check)
    {
        switch (GemContractNumber.Parse(text, out var number))
        {
            case GemContractFault.None:
                return number.Value;
            case GemContractFault.Empty:
                return null;
            default:
                check.Add(BookingFault.GemContractMalformed);
                return null;
        }
    }

    private sealed class Checked
    {
        public HashSet<BookingFault> Faults { get; } = [];

        public void Add(BookingFault fault) => Faults.Add(fault);
    }
}
