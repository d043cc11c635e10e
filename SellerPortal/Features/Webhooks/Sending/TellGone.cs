using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Platform;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// Tells a seller that a webhook was switched off because its receiver wants no more. Nobody chooses whether to hear of it:
/// from then on the seller's system hears of nothing.
/// </summary>
internal sealed class TellGone(PortalAddress portal, IStringLocalizer<WebhooksTexts> texts)
{
    /// <summary>Writes a message in the portal and letters, in the transaction that switches the webhook off.</summary>
    public async Task WriteAsync(PortalDbContext database, WebhookEndpoint endpoint, DateTimeOffset now, CancellationToken token)
    {
        database.PortalMessages.Add(PortalMessage.AboutMany(endpoint.SellerId, NotificationKind.WebhookGone, count: 1, now, now));

        // The test mode writes to nobody outside the portal.
        if (!endpoint.SellerId.IsTest)
        {
            var registered = await database.Sellers.Where(seller => seller.Id == endpoint.SellerId).Select(seller => seller.Email).SingleAsync(token);
            var plan = await database.NotificationPlans.AsNoTracking().SingleOrDefaultAsync(one => one.SellerId == endpoint.SellerId, token);
            var wish = (plan ?? NotificationPlan.Usual(endpoint.SellerId)).Wish();
            foreach (var to in await database.LetterReceiversAsync(endpoint.SellerId, registered, wish.Receivers, token)) database.Enqueue(Letter(to, wish.Language, endpoint, now), now);
        }

        await database.SaveChangesAsync(token);
    }

    private Letter Letter(string to, LetterLanguage language, WebhookEndpoint endpoint, DateTimeOffset now) => LetterWriter.Write(to, language, () => new LetterDraft(
        texts["GoneLetterSubject"],
        [texts["GoneLetterBody", HostOf(endpoint), IndianFormat.DateAndTime(now)], texts["GoneLetterNext"]],
        new LetterLink(texts["GoneLetterLink"], portal.Of(PortalUrls.Webhook(endpoint.Id)))));

    /// <summary>The path and the query can hold a secret of the receiver, which has no business in a mailbox.</summary>
    private static string HostOf(WebhookEndpoint endpoint) => new Uri(endpoint.Url).Host;
}
