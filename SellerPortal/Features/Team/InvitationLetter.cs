using Microsoft.Extensions.Localization;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Messages;
using SellerPortal.Platform;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Features.Team;

/// <summary>The letter that invites a colleague, in both languages: nobody knows yet which one is read.</summary>
public sealed class InvitationLetter(PortalAddress portal, IStringLocalizer<TeamTexts> texts)
{
    /// <summary>Adds the letter and its line in the history, or says why it must not be sent now.</summary>
    /// <param name="change">The change it belongs to.</param>
    /// <param name="invitation">What is sent.</param>
    /// <param name="kind">Whether it is the first letter.</param>
    /// <param name="token">The secret of the link.</param>
    /// <param name="seller">The seller's name.</param>
    internal void Send(TeamChange change, TeamInvitation invitation, TeamEventKind kind, string token, string seller)
    {
        var link = portal.Of(PortalUrls.JoinWith(token));
        var letter = LetterWriter.Write(invitation.Email, LetterLanguage.Both, () => new LetterDraft(
            texts["LetterSubject", seller],
            [texts["LetterBody", change.Owner.DisplayName, seller, texts[$"Role{invitation.Role}"].Value], texts["LetterLife", (int)TeamInvitation.Life.TotalDays]],
            new LetterLink(texts["LetterLink"], link)));
        change.Database.Enqueue(letter with { NotAfter = invitation.ExpiresAt }, change.Now);
        change.Record(kind, invitation.Email, invitation.Role);
    }
}
