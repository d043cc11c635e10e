using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using SellerPortal.Components;
using SellerPortal.Platform.Errors;
using SellerPortal.Resources;

namespace SellerPortal.Features.Quotes;

/// <summary>What is wrong with a parcel to be priced, at the member of the body that it stands in.</summary>
internal sealed class QuoteFaultProblems(IStringLocalizer<QuotesTexts> texts, IStringLocalizer<PincodeTexts> pincodes)
{
    /// <summary>One fault.</summary>
    public Problems.FieldFault Of(QuoteFieldFault fault)
    {
        var pointer = $"/{JsonNamingPolicy.CamelCase.ConvertName(fault.Field.ToString())}";
        if (fault.Index is { } index) pointer += string.Create(CultureInfo.InvariantCulture, $"/{index}");
        return fault.Fault == QuoteFault.Pincode
            ? new(pointer, $"pincode_{CodeOf(fault.Pincode.ToString())}", pincodes.Fault(fault.Pincode), texts["RemedyPincode"])
            : new(pointer, CodeOf(fault.Fault.ToString()), texts.Sentence(fault), texts[$"Remedy{fault.Field}"]);
    }

    private static string CodeOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
