using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using SellerPortal.Data.Accounts;
using SellerPortal.Platform;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Features.Accounts;

/// <summary>
/// Sends the link with which an account gets a new password. Tells nobody whether the account exists.
/// </summary>
public sealed class SendResetLink(
    UserManager<PortalUser> users, IMailDrop mail, PortalAddress portal, IStringLocalizer<AccountsTexts> texts, ILogger<SendResetLink> log)
{
    /// <summary>Writes the letter in the language of the request, if there is an account.</summary>
    public async Task ExecuteAsync(string email, CancellationToken token)
    {
        if (await users.FindByEmailAsync(email) is not { Email: { } address } user) return;
        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        var link = portal.Of($"{PortalUrls.ResetPassword}?user={user.Id}&code={code}");
        try
        {
            var body = texts["ResetMailBody", user.DisplayName, link, (int)AccountsFeature.ResetLinkLife.TotalHours];
            await mail.DropAsync(new Letter(address, texts["ResetMailSubject"], body), token);
        }
        catch (IOException fault)
        {
            log.LogError(fault, "The letter with the link for a new password could not be written.");
        }
    }
}
