using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Messages;
using SellerPortal.Platform;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Features.Accounts;

/// <summary>
/// Sends the link with which an account gets a new password. Tells nobody whether the account exists.
/// </summary>
public sealed class SendResetLink(
    UserManager<PortalUser> users, IDbContextFactory<PortalDbContext> factory, WorkSignal signal, PortalAddress portal, TimeProvider time, IStringLocalizer<AccountsTexts> texts)
{
    /// <summary>Writes the letter in the language of the request, if there is an account. It is dropped once its link has ended.</summary>
    public async Task ExecuteAsync(string email, CancellationToken token)
    {
        if (await users.FindByEmailAsync(email) is not { Email: { } address } user) return;
        var code = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        var link = portal.Of($"{PortalUrls.ResetPassword}?user={user.Id}&code={code}");
        var body = texts["ResetMailBody", user.DisplayName, link, (int)AccountsFeature.ResetLinkLife.TotalHours];
        var now = time.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        database.Enqueue(new Letter(address, texts["ResetMailSubject"], body) { NotAfter = now + AccountsFeature.ResetLinkLife }, now);
        await database.SaveChangesAsync(token);
        signal.Pulse();
    }
}
