using System.Globalization;
using System.Text.RegularExpressions;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;

namespace SellerPortal.Features.BulkBooking.Checking;

/// <summary>Turns the cells of a row into the input of a booking, and says which cells cannot be turned.</summary>
internal static partial class RowInput
{
    /// <summary>A row that names no product is a Speed Post parcel: everyone can book it.</summary>
    private const ProductCode DefaultProduct = ProductCode.SpeedPostParcel;

    private static readonly Dictionary<string, string> Products = BuildProducts();

    public static BookShipmentInput Read(IReadOnlyDictionary<SheetColumn, SheetCell> cells, Guid key, List<CellFault> faults)
    {
        foreach (var (column, cell) in cells)
        {
            if (cell.IsDate) faults.Add(CellFault.Of(column, BulkFault.DateCell, cell.Text));
            else if (LongNumber().IsMatch(cell.Text)) faults.Add(CellFault.Of(column, BulkFault.LongNumber, cell.Text));
            else if (SheetError().IsMatch(cell.Text)) faults.Add(CellFault.Of(column, BulkFault.ErrorCell, cell.Text));
            else if (cell.Text.Length >= SheetCell.Longest) faults.Add(CellFault.Of(column, BulkFault.TooLong));
        }

        return new BookShipmentInput
        {
            Key = key,
            FromPincode = Pin(SheetColumn.FromPincode),
            WeightGrams = Weight(cells, faults),
            LengthCm = Measure(SheetColumn.Length),
            BreadthCm = Measure(SheetColumn.Breadth),
            HeightCm = Measure(SheetColumn.Height),
            ProductCode = Product(Text(SheetColumn.Product)),
            Consignee = new ConsigneeInput
            {
                Name = Text(SheetColumn.Name),
                Company = Text(SheetColumn.Company),
                Line1 = Text(SheetColumn.Line1),
                Line2 = Text(SheetColumn.Line2),
                Line3 = Text(SheetColumn.Line3),
                City = Text(SheetColumn.City),
                State = Text(SheetColumn.State),
                Pincode = Pin(SheetColumn.Pincode),
                Mobile = Digits(Text(SheetColumn.Mobile)),
                Email = Text(SheetColumn.Email),
            },
            GemContract = Text(SheetColumn.GemContract),
            Order = Text(SheetColumn.Order),
            Invoice = Text(SheetColumn.Invoice),
            Contents = Text(SheetColumn.Contents),
            DeclaredValueRupees = Rupees(),
            EwayBill = Digits(Text(SheetColumn.EwayBill)),
            AddOns = (Text(SheetColumn.AddOns) ?? "").ToUpperInvariant().Split([',', ';', '+', '/', ' '], StringSplitOptions.RemoveEmptyEntries),
        };

        string? Text(SheetColumn column) => cells.TryGetValue(column, out var cell) && !cell.IsEmpty ? cell.Text : null;

        string? Pin(SheetColumn column) => Digits(Text(column))?.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

        decimal? Measure(SheetColumn column)
        {
            var measure = TypedMeasures.Centimetres(Digits(Text(column)));
            if (measure != 0 || IsFaulty(column)) return measure;
            faults.Add(CellFault.Of(column, BulkFault.NotAMeasure, Text(column)));
            return null;
        }

        int? Rupees()
        {
            var typed = Digits(Text(SheetColumn.DeclaredValue));
            var amount = TypedMeasures.Rupees(typed is null ? null : CurrencyWords().Replace(typed, ""));
            if (amount != 0 || IsFaulty(SheetColumn.DeclaredValue)) return amount;
            faults.Add(CellFault.Of(SheetColumn.DeclaredValue, BulkFault.NotAnAmount, Text(SheetColumn.DeclaredValue)));
            return null;
        }

        bool IsFaulty(SheetColumn column) => faults.Exists(fault => fault.Column == column);
    }

    /// <summary>The order reference as it is compared; null without one that can be booked.</summary>
    public static string? OrderKey(IReadOnlyDictionary<SheetColumn, SheetCell> cells) =>
        cells.TryGetValue(SheetColumn.Order, out var cell) && !cell.IsEmpty && !cell.IsDate && cell.Text.Length <= BookingRules.LongestReference
            ? OrderReferences.KeyOf(cell.Text)
            : null;

    private static int? Weight(IReadOnlyDictionary<SheetColumn, SheetCell> cells, List<CellFault> faults)
    {
        var grams = Grams(SheetColumn.Weight, "");
        var fromKilograms = Grams(SheetColumn.WeightKg, " kg");
        if (grams is { } one && fromKilograms is { } other && one != other) faults.Add(CellFault.Of(SheetColumn.WeightKg, BulkFault.TwoWeights));
        return grams ?? fromKilograms;

        int? Grams(SheetColumn column, string unit)
        {
            if (!cells.TryGetValue(column, out var cell) || cell.IsEmpty || faults.Exists(fault => fault.Column == column)) return null;
            var typed = Digits(cell.Text)!;
            var weight = TypedMeasures.Grams(unit.Length > 0 && BareNumber().IsMatch(typed) ? typed + unit : typed);
            if (weight is null) faults.Add(CellFault.Of(column, BulkFault.NotAWeight, cell.Text));
            return weight;
        }
    }

    /// <summary>The code of a product that is named by its code or in words; an unknown name is left for the check to find.</summary>
    private static string Product(string? typed)
    {
        if (typed is null) return DefaultProduct.ToCode();
        return Products.TryGetValue(SheetHeaders.Normalise(typed), out var code) ? code : typed;
    }

    /// <summary>The text with the digits of Indian scripts written as 0–9.</summary>
    private static string? Digits(string? text) => text is null || !text.Any(c => c > 127 && char.IsDigit(c))
        ? text
        : string.Concat(text.Select(c => c > 127 && char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));

    private static Dictionary<string, string> BuildProducts()
    {
        var products = Enum.GetValues<ProductCode>().ToDictionary(product => SheetHeaders.Normalise(product.ToCode()), product => product.ToCode(), StringComparer.Ordinal);
        Add(ProductCode.SpeedPostParcel, "Speed Post Parcel", "Speed Post", "SP Parcel", "SP", "स्पीड पोस्ट पार्सल", "स्पीड पोस्ट");
        Add(ProductCode.BusinessParcel, "Business Parcel", "India Post Parcel Contractual", "India Post Parcel (Contractual)", "BP", "बिज़नेस पार्सल", "बिजनेस पार्सल");
        Add(ProductCode.SpeedPostParcelContract, "Speed Post Parcel Contractual", "Speed Post Parcel Contract");
        Add(ProductCode.IndiaPostParcelRetail, "India Post Parcel Retail", "India Post Parcel");
        Add(ProductCode.SpeedPostDocument, "Speed Post Document");
        return products;

        void Add(ProductCode product, params ReadOnlySpan<string> names)
        {
            foreach (var name in names) products.TryAdd(SheetHeaders.Normalise(name), product.ToCode());
        }
    }

    [GeneratedRegex(@"^[+-]?[0-9]([.,][0-9]+)?E\+[0-9]{1,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|#+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex SheetError();

    [GeneratedRegex(@"^\s*[0-9,]*\.?[0-9]+\s*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^\s*(rs\.?|inr|₹|रु\.?|रुपये)\s*|\s*/-\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex CurrencyWords();
}
