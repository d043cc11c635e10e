using Microsoft.Extensions.Options;
using SellerPortal.Domain.Messages;

namespace SellerPortal.Platform.Mail;

/// <summary>Refuses settings with which no letter could ever be sent, at the start and not at the first letter.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = new List<string>();
        if (EmailAddress.Tidy(options.From) is null) faults.Add($"Mail:From is '{options.From}'; it must be an e-mail address.");
        if (SmtpServer.Read(options.Smtp, faults) is null && faults.Count == 0 && string.IsNullOrWhiteSpace(options.PickupFolder))
        {
            faults.Add("Mail:PickupFolder is empty; name a folder, or a mail server in Mail:Smtp:Host.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
