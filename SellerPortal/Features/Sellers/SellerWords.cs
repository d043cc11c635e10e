using Microsoft.Extensions.Localization;
using SellerPortal.Components;
using SellerPortal.Components.Widgets;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;
using SellerPortal.Resources;

namespace SellerPortal.Features.Sellers;

/// <summary>The sentences for faults, and the look of a seller's status.</summary>
internal sealed class SellerWords(IStringLocalizer<SellersTexts> texts, IStringLocalizer<PincodeTexts> pincodes, IStringLocalizer<PasswordTexts> passwords)
{
    /// <summary>Sets every fault at its field; those of the password become one sentence.</summary>
    public void AddTo(FormFaults form, IEnumerable<SellerFault> faults)
    {
        foreach (var group in faults.GroupBy(fault => fault.Field, StringComparer.Ordinal)) form.Add(group.Key, Sentence(group.Key, [.. group.Select(fault => fault.Code)]));
    }

    /// <summary>The sentence of one fault.</summary>
    public string Sentence(SellerFault fault) => Sentence(fault.Field, [fault.Code]);

    /// <summary>Colour of the chip of a status.</summary>
    public static string Colour(SellerStatus status) => status switch
    {
        SellerStatus.Approved => "g",
        SellerStatus.Rejected => "r",
        _ => "m",
    };

    /// <summary>Icon of the chip of a status.</summary>
    public static IconName IconOf(SellerStatus status) => status switch
    {
        SellerStatus.Approved => IconName.Check,
        SellerStatus.Rejected => IconName.Cross,
        _ => IconName.Clock,
    };

    private string Sentence(string field, string[] codes) => field switch
    {
        nameof(RegisterForm.Password) when codes[0] != "Empty" => passwords.Fault(codes),
        nameof(PickupForm.Pincode) => pincodes.Fault(Enum.Parse<PincodeFault>(codes[0])),
        _ => texts[$"{field}{codes[0]}"],
    };
}
