using Microsoft.Extensions.Localization;
using SellerPortal.Platform;

namespace SellerPortal.Features.Quotes;

/// <summary>Says what is wrong with a field of a quote.</summary>
internal static class QuoteFaultText
{
    /// <summary>One sentence for every fault but that of a pincode, which has words of its own.</summary>
    public static string Sentence(this IStringLocalizer<QuotesTexts> texts, QuoteFieldFault fault) => fault.Fault switch
    {
        QuoteFault.WeightTooLarge => texts["FaultWeightTooLarge", IndianFormat.Kilograms(GetQuotes.MostGrams)],
        QuoteFault.SizeInvalid => texts["FaultSizeInvalid", IndianFormat.Number(GetQuotes.LongestSideCm)],
        QuoteFault.ValueTooLarge => texts["FaultValueTooLarge", IndianFormat.Number(GetQuotes.MostRupees)],
        var other => texts[$"Fault{other}"],
    };
}
