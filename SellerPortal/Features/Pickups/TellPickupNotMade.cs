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
/// Tells a seller that a repeating pickup could not be requested. Nobody chooses whether to hear of it: the seller relies on
/// an agent who does not come.
/// </summary>
public sealed class TellPickupNotMade(PortalAddress portal, PickupDesk desk, IStringLocalizer<PickupsTexts> texts, WorkSignal signal, MessageNews news)
{
    /// <summary>Adds a message in the portal and letters to the changes that the next save writes.</summary>
    public async Task WriteAsync(PortalDbContext database, MissedRepeat missed, CancellationToken token)
    {
        database.PortalMessages.Add(PortalMessage.AboutMany(missed.SellerId, NotificationKind.PickupNotMade, missed.Waiting, missed.At, missed.At));
        await database.EnqueueLettersAsync(missed.SellerId, (to, language) => Letter(to, language, missed), missed.At, token);
    }

    /// <summary>Called once it is saved: the letters go out, and open pages show the message.</summary>
    public void Saved(MissedRepeat missed)
    {
        signal.Pulse();
        news.Publish([missed.SellerId]);
    }

    private Letter Letter(string to, LetterLanguage language, MissedRepeat missed) => LetterWriter.Write(to, language, () => new LetterDraft(
        texts["RepeatLetterSubject"],
        [
            texts["RepeatLetterBody", PickupWords.Time(missed.Time), PickupWords.Parcels(texts, missed.Waiting), PickupWords.Reason(texts, missed.Reason, desk.Rules.MinimumParcels)],
            missed.Next is { } next ? texts["RepeatLetterNext", PickupWords.Time(next)] : texts["NoSlotAtAll"],
        ],
        new LetterLink(texts["RepeatLetterLink"], portal.Of(PortalUrls.NewPickupOfAll))));
}
