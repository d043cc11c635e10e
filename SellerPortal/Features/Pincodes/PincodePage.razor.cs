using Microsoft.AspNetCore.Components;
using SellerPortal.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Addresses.Search;

namespace SellerPortal.Features.Pincodes;

/// <summary>One field for a PIN or a name; the answer stands in the address, so that it can be passed on.</summary>
public sealed partial class PincodePage
{
    private const int MostOffices = 50;
    private const int MostSimilar = 6;
    private const int LongestQuery = 80;

    [Inject]
    public required Snapshot<PincodeDirectory> Directory { get; set; }

    [Inject]
    public required LookUpPincode LookUp { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Q { get; set; }

    private string Query { get; set; } = "";

    private PincodeView? View { get; set; }

    private IReadOnlyList<PostOffice> Offices { get; set; } = [];

    private IReadOnlyList<PincodeEntry> Similar { get; set; } = [];

    /// <summary>What is wrong with what was typed, or null.</summary>
    private string? Sentence { get; set; }

    private string OfficesTitle { get; set; } = "";

    private string Heading => View is null ? Texts["Title"] : $"{View.Entry.Pincode} {View.Entry.MainOffice}";

    /// <summary>The names of the types for the script, by their short forms.</summary>
    private string TypeNames => $"HO={Texts["Head"]};SO={Texts["Sub"]};BO={Texts["Branch"]}";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var text = (Q ?? "").Trim();
        Query = text.Length > LongestQuery ? text[..LongestQuery] : text;
        if (Query.Length == 0)
        {
            // An empty field that was sent is a fault, a page just opened is not.
            Sentence = Q is null ? null : Texts["RemarkEmpty"].Value;
        }
        else if (Query.Any(char.IsDigit) && !Query.Any(char.IsLetter))
        {
            AnswerPin();
        }
        else
        {
            AnswerName();
        }
    }

    private static string PlaceOf(PincodeEntry entry) => string.Join(", ", new[] { entry.District, entry.State }.Where(part => part.Length > 0));

    private void AnswerPin()
    {
        var fault = LookUp.Execute(Query, out var view);
        View = view;
        if (view is not null) return;
        Sentence = Shared.Fault(fault);
        if (fault == PincodeFault.NotInDirectory && Pincode.TryParse(WithoutSpaces(Query), out var missing))
        {
            Similar = Directory.Value.SimilarTo(missing, MostSimilar);
        }
        else if (fault == PincodeFault.NotSixDigits)
        {
            Offices = Directory.Value.Search(Query, MostOffices).Offices;
            OfficesTitle = Texts["StartingWith", Query];
        }
    }

    private void AnswerName()
    {
        var answer = Directory.Value.Search(Query, MostOffices);
        Offices = answer.Offices;
        OfficesTitle = Texts["PlacesFor", Query];
        if (answer.Remark != SearchRemark.None) Sentence = Texts[$"Remark{answer.Remark}"];
    }

    private static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
