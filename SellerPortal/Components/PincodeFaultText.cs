using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Addresses;
using SellerPortal.Resources;

namespace SellerPortal.Components;

/// <summary>Says what is wrong with a pincode, in the words that every page and endpoint shares.</summary>
public static class PincodeFaultText
{
    /// <summary>One sentence that says what is wrong and what to do; empty for <see cref="PincodeFault.None"/>.</summary>
    public static string Fault(this IStringLocalizer<PincodeTexts> texts, PincodeFault fault) =>
        fault == PincodeFault.None ? "" : texts[$"Fault{fault}"];
}
