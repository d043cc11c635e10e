using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Features.Sellers;

/// <summary>Writes what a seller hears of the Department's decision, in both languages.</summary>
public sealed class SellerLetters(IStringLocalizer<SellersTexts> texts, PortalAddress portal)
{
    /// <summary>The seller is admitted.</summary>
    public Letter Approved(Seller seller) => LetterWriter.Write(seller.Email, LetterLanguage.Both, () => new LetterDraft(
        texts["ApprovedMailSubject"],
        [
            texts["ApprovedMailBody", seller.LegalName],
            texts["ApprovedMailCustomer", seller.CustomerId ?? ""],
            .. seller.ContractNumber is { } contract ? new[] { texts["ApprovedMailContract", contract].Value } : [],
        ],
        new LetterLink(texts["ApprovedMailLink"], portal.Of(PortalUrls.Book))));

    /// <summary>A partner registered the seller, who can make the first account with the link.</summary>
    public Letter Invited(Seller seller, string partner, string token) => LetterWriter.Write(seller.Email, LetterLanguage.Both, () => new LetterDraft(
        texts["InvitedMailSubject"],
        [texts["InvitedMailBody", partner, seller.LegalName], texts["InvitedMailLife", (int)TeamInvitation.Life.TotalDays]],
        new LetterLink(texts["InvitedMailLink"], portal.Of(PortalUrls.JoinWith(token)))));

    /// <summary>A partner registered the seller with the address of somebody who has an account already.</summary>
    public Letter HasAccount(Seller seller, string partner) => LetterWriter.Write(seller.Email, LetterLanguage.Both, () => new LetterDraft(
        texts["InvitedMailSubject"],
        [texts["InvitedMailBody", partner, seller.LegalName], texts["InvitedMailHasAccount", partner]],
        new LetterLink(texts["InvitedMailSignIn"], portal.Of(PortalUrls.SignIn))));

    /// <summary>The registration was turned down; the reason stands as the admin wrote it.</summary>
    public Letter Rejected(Seller seller) => LetterWriter.Write(seller.Email, LetterLanguage.Both, () => new LetterDraft(
        texts["RejectedMailSubject"],
        [texts["RejectedMailBody", seller.LegalName], texts["RejectedMailReason", seller.StatusReason ?? ""]],
        new LetterLink(texts["RejectedMailLink"], portal.Of(PortalUrls.OwnSeller))));
}
