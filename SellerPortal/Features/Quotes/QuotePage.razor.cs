using Microsoft.AspNetCore.Components;
using SellerPortal.Components;
using SellerPortal.Components.Widgets;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;

namespace SellerPortal.Features.Quotes;

/// <summary>A form and what it costs; the answer stands in the address, so that it can be passed on.</summary>
public sealed partial class QuotePage
{
    [Inject]
    public required GetQuotes Quotes { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = "weight")]
    public string? Weight { get; set; }

    [SupplyParameterFromQuery(Name = "l")]
    public string? Length { get; set; }

    [SupplyParameterFromQuery(Name = "b")]
    public string? Breadth { get; set; }

    [SupplyParameterFromQuery(Name = "h")]
    public string? Height { get; set; }

    [SupplyParameterFromQuery(Name = "date")]
    public string? Date { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "addons")]
    public string[]? AddOns { get; set; }

    [SupplyParameterFromQuery(Name = "value")]
    public string? Value { get; set; }

    private FormFaults Faults { get; set; } = new();

    private QuoteResult? Result { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Faults = new FormFaults();
        Result = null;
        // A link may fill in the sender's end alone; that is not yet a question.
        if (To is null && Weight is null) return;
        var unread = new List<QuoteFieldFault>();
        var input = Read(unread);
        Result = Quotes.Execute(input, out var faults);
        foreach (var fault in unread.Concat(faults)) Faults.Add(NameOf(fault.Field), fault.Fault == QuoteFault.Pincode ? Pincodes.Fault(fault.Pincode) : Texts.Sentence(fault));
        if (Faults.Any) Result = null;
    }

    private QuoteInput Read(List<QuoteFieldFault> unread)
    {
        var grams = TypedMeasures.Grams(Weight);
        if (grams is null && !string.IsNullOrWhiteSpace(Weight)) unread.Add(new(QuoteField.WeightGrams, QuoteFault.WeightNotNumber));
        var value = TypedMeasures.Rupees(Value);
        if (value == 0 && Value?.Trim() != "0") unread.Add(new(QuoteField.DeclaredValueRupees, QuoteFault.ValueNotNumber));
        return new QuoteInput
        {
            FromPincode = From,
            ToPincode = To,
            WeightGrams = grams,
            LengthCm = TypedMeasures.Centimetres(Length),
            BreadthCm = TypedMeasures.Centimetres(Breadth),
            HeightCm = TypedMeasures.Centimetres(Height),
            Date = Date,
            Kind = Kind,
            AddOns = AddOns,
            DeclaredValueRupees = value,
        };
    }

    private bool Asks(AddOn addOn) => AddOns?.Contains(addOn.ToCode(), StringComparer.Ordinal) == true;

    /// <summary>The name of a field in the address; also its id.</summary>
    private static string NameOf(QuoteField field) => field switch
    {
        QuoteField.FromPincode => "from",
        QuoteField.ToPincode => "to",
        QuoteField.WeightGrams => "weight",
        QuoteField.LengthCm => "l",
        QuoteField.BreadthCm => "b",
        QuoteField.HeightCm => "h",
        QuoteField.Date => "date",
        QuoteField.AddOns => "addons",
        QuoteField.DeclaredValueRupees => "value",
        QuoteField.Kind => "kind",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field."),
    };
}
