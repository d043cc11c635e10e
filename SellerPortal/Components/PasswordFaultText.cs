using Microsoft.Extensions.Localization;
using SellerPortal.Resources;

namespace SellerPortal.Components;

/// <summary>Says what a new password lacks, in the words that every page shares.</summary>
public static class PasswordFaultText
{
    /// <summary>One sentence with everything that is lacking.</summary>
    /// <param name="texts">The words.</param>
    /// <param name="codes">The codes of the account system, such as PasswordTooShort.</param>
    public static string Fault(this IStringLocalizer<PasswordTexts> texts, IEnumerable<string> codes)
    {
        var lacking = codes.Select(code => texts[code]).Where(text => !text.ResourceNotFound).Select(text => text.Value).ToList();
        return lacking.Count == 0 ? texts["Refused"] : texts["Lacks", string.Join(", ", lacking)];
    }
}
