using System.Globalization;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Quotes;

/// <summary>Prices every product between two pincodes, for anybody.</summary>
public sealed class GetQuotes(Snapshot<PincodeDirectory> directory, Snapshot<TariffBook> tariffs, TimeProvider time)
{
    /// <summary>The heaviest weight that is taken: well above every product, so that a product can say its own limit.</summary>
    public const int MostGrams = 100_000;

    /// <summary>The longest side that is taken, in centimetres.</summary>
    public const int LongestSideCm = 1_000;

    /// <summary>The highest declared value that is taken: one crore.</summary>
    public const int MostRupees = 10_000_000;

    /// <returns>The products with their prices; null when there are faults.</returns>
    public QuoteResult? Execute(QuoteInput input, out IReadOnlyList<QuoteFieldFault> faults)
    {
        var found = new List<QuoteFieldFault>();
        faults = found;
        var all = directory.Value;
        var from = PincodeOf(all, input.FromPincode, QuoteField.FromPincode, found);
        var to = PincodeOf(all, input.ToPincode, QuoteField.ToPincode, found);
        var grams = GramsOf(input.WeightGrams, found);
        var size = SizeOf(input, found);
        var day = DayOf(input.Date, found);
        var addOns = AddOnsOf(input.AddOns, found);
        var value = ValueOf(input.DeclaredValueRupees, found);
        var kind = KindOf(input.Kind, found);
        if (found.Count > 0) return null;
        return TariffCalculator.QuoteAll(tariffs.Value, new QuoteRequest
        {
            From = from!,
            To = to!,
            Weight = new Weight(grams),
            Size = size,
            PostedOn = day,
            AddOns = addOns,
            DeclaredValueRupees = value,
            Kind = kind,
            DeliveredByBranchOffice = DeliveredByBranchOffice(all, to!.Pincode),
        });
    }

    private static PincodeEntry? PincodeOf(PincodeDirectory directory, string? text, QuoteField field, List<QuoteFieldFault> faults)
    {
        var fault = directory.Check(text, out var entry);
        if (entry is null) faults.Add(new(field, QuoteFault.Pincode, fault));
        return entry;
    }

    private static int GramsOf(long? grams, List<QuoteFieldFault> faults)
    {
        switch (grams)
        {
            case null:
                faults.Add(new(QuoteField.WeightGrams, QuoteFault.WeightMissing));
                return 0;
            case <= 0:
                faults.Add(new(QuoteField.WeightGrams, QuoteFault.WeightNotPositive));
                return 0;
            case > MostGrams:
                faults.Add(new(QuoteField.WeightGrams, QuoteFault.WeightTooLarge));
                return 0;
            default:
                return (int)grams;
        }
    }

    private static Dimensions? SizeOf(QuoteInput input, List<QuoteFieldFault> faults)
    {
        if (input is { LengthCm: null, BreadthCm: null, HeightCm: null }) return null;
        return new Dimensions(
            SideOf(input.LengthCm, QuoteField.LengthCm, faults),
            SideOf(input.BreadthCm, QuoteField.BreadthCm, faults),
            SideOf(input.HeightCm, QuoteField.HeightCm, faults));
    }

    private static int SideOf(decimal? centimetres, QuoteField field, List<QuoteFieldFault> faults)
    {
        if (centimetres is not { } side)
        {
            faults.Add(new(field, QuoteFault.SizeIncomplete));
            return 0;
        }

        if (side is <= 0 or > LongestSideCm || decimal.Truncate(side * 10) != side * 10)
        {
            faults.Add(new(field, QuoteFault.SizeInvalid));
            return 0;
        }

        return (int)(side * 10);
    }

    private DateOnly DayOf(string? text, List<QuoteFieldFault> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return IndianFormat.DayOf(time.GetUtcNow());
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100) return day;
        faults.Add(new(QuoteField.Date, QuoteFault.DateInvalid));
        return default;
    }

    private static AddOnSet AddOnsOf(IReadOnlyList<string?>? codes, List<QuoteFieldFault> faults)
    {
        var set = AddOnSet.None;
        for (var i = 0; i < (codes?.Count ?? 0); i++)
        {
            if (AddOnCodes.TryParse(codes![i], out var addOn)) set = set.With(addOn);
            else faults.Add(new(QuoteField.AddOns, QuoteFault.AddOnUnknown, Index: i));
        }

        return set;
    }

    private static int? ValueOf(long? rupees, List<QuoteFieldFault> faults)
    {
        if (rupees is < 0) faults.Add(new(QuoteField.DeclaredValueRupees, QuoteFault.ValueNegative));
        else if (rupees is > MostRupees) faults.Add(new(QuoteField.DeclaredValueRupees, QuoteFault.ValueTooLarge));
        else return (int?)rupees;
        return null;
    }

    private static ArticleKind KindOf(string? text, List<QuoteFieldFault> faults)
    {
        switch (text)
        {
            case null or "" or nameof(ArticleKind.Parcel):
                return ArticleKind.Parcel;
            case nameof(ArticleKind.Document):
                return ArticleKind.Document;
            default:
                faults.Add(new(QuoteField.Kind, QuoteFault.KindUnknown));
                return default;
        }
    }

    private static bool DeliveredByBranchOffice(PincodeDirectory directory, Pincode pincode)
    {
        var delivers = false;
        foreach (var office in directory.OfficesOf(pincode))
        {
            if (!office.Delivers) continue;
            if (office.Type != PostOfficeType.Branch) return false;
            delivers = true;
        }

        return delivers;
    }
}
