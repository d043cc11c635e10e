using Microsoft.Extensions.Localization;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Pickups;
using SellerPortal.Platform;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Features.Pickups;

/// <summary>
/// Tells a seller that a pickup failed. Nobody chooses whether to hear of it: the parcels stay where they are until the
/// seller does something.
/// </summary>
public sealed class TellPickupFailed(PortalAddress portal, IStringLocalizer<PickupsTexts> texts, WorkSignal signal, MessageNews news)
{
    /// <summary>Adds a message in the portal and letters to the changes that the next save writes.</summary>
    public async Task WriteAsync(PortalDbContext database, PickupRequest pickup, PickupStep failed, CancellationToken token)
    {
        database.PortalMessages.Add(PortalMessage.AboutMany(pickup.SellerId, NotificationKind.PickupFailed, pickup.Parcels, failed.At, failed.At));
        await database.EnqueueLettersAsync(pickup.SellerId, (to, language) => Letter(to, language, pickup, failed), failed.At, token);
    }

    /// <summary>Called once it is saved: the letters go out, and open pages show the message.</summary>
    public void Saved(PickupRequest pickup)
    {
        signal.Pulse();
        news.Publish([pickup.SellerId]);
    }

    private Letter Letter(string to, LetterLanguage language, PickupRequest pickup, PickupStep failed) => LetterWriter.Write(to, language, () => new LetterDraft(
        texts["FailedLetterSubject"],
        [
            texts["FailedLetterBody", PickupWords.Time(pickup.Time), PickupWords.Parcels(texts, pickup.Parcels), PickupWords.Reason(texts, failed)],
            texts["FailedLetterNext"],
        ],
        new LetterLink(texts["FailedLetterLink"], portal.Of(PortalUrls.Pickup(pickup.Id)))));
}
