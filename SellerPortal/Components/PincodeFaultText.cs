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

    /// <summary>The main office and state of a pincode, and whether it delivers: the line under a field.</summary>
    public static string Found(this IStringLocalizer<PincodeTexts> texts, PincodeEntry entry)
    {
        var place = entry.State.Length == 0 ? entry.MainOffice : $"{entry.MainOffice}, {entry.State}";
        return texts[entry.Delivers ? "FieldDelivers" : "FieldDoesNotDeliver", place];
    }
}
