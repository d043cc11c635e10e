using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;

namespace SellerPortal.Features.Notifications.Letters;

/// <summary>
/// Writes messages and letters about changes of shipments, in the transaction that takes the changes away: each is
/// written once, whenever the portal may die. Many alike become one, so that ten thousand bookings are no ten thousand mails.
/// </summary>
internal sealed class TellOfChanges(NewsLetters letters, MessageNews messages, TimeProvider time) : IShipmentChangeHandler
{
    /// <summary>More shipments than this that fared alike are told of together.</summary>
    internal const int MostSingly = 5;

    public async Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        var news = await NewsAsync(database, changes, token);
        if (news.Count == 0) return;
        var now = time.GetUtcNow();
        var ids = news.Select(one => one.SellerId).Distinct().ToList();
        var sellers = await database.Sellers.Where(seller => ids.Contains(seller.Id)).Select(seller => new { seller.Id, seller.LegalName, seller.Email }).ToListAsync(token);
        var plans = await database.NotificationPlans.AsNoTracking().Where(plan => ids.Contains(plan.SellerId)).ToDictionaryAsync(plan => plan.SellerId, token);
        foreach (var seller in sellers)
        {
            var wish = (plans.GetValueOrDefault(seller.Id) ?? NotificationPlan.Usual(seller.Id)).Wish();
            var receivers = wish.Mail.Count == 0 ? [] : await database.LetterReceiversAsync(seller.Id, seller.Email, wish.Receivers, token);
            foreach (var alike in news.Where(one => one.SellerId == seller.Id).GroupBy(one => one.Kind))
            {
                Tell(database, seller.Id, wish, receivers, alike.Key, [.. alike], now);
                if (seller.Id.IsTest || !wish.Consignee.Contains(alike.Key)) continue;
                foreach (var one in alike.Where(one => one.ConsigneeEmail is not null)) database.Enqueue(letters.ToConsignee(one, seller.LegalName), now);
            }
        }

        var old = now - PortalMessage.KeptFor;
        await database.PortalMessages.Where(message => ids.Contains(message.SellerId) && message.CreatedAt < old).ExecuteDeleteAsync(token);
    }

    public void Committed(IReadOnlyList<ShipmentChange> changes) => messages.Publish(changes.Select(change => change.SellerId).Distinct());

    private void Tell(
        PortalDbContext database, SellerId seller, NotificationWish wish, IReadOnlyList<string> receivers, NotificationKind kind, List<ShipmentNews> alike, DateTimeOffset now)
    {
        var singly = alike.Count <= MostSingly;
        if (wish.Portal.Contains(kind))
        {
            if (singly) database.PortalMessages.AddRange(alike.Select(one => PortalMessage.About(seller, kind, one.ShipmentId, one.Article, one.Reason, one.At, now)));
            else database.PortalMessages.Add(PortalMessage.AboutMany(seller, kind, alike.Count, alike.Max(one => one.At), now));
        }

        // The test mode writes to nobody outside the portal.
        if (seller.IsTest || !wish.Mail.Contains(kind)) return;
        foreach (var to in receivers)
        {
            if (!singly) database.Enqueue(letters.ToSeller(to, wish.Language, kind, alike), now);
            else foreach (var one in alike) database.Enqueue(letters.ToSeller(to, wish.Language, one), now);
        }
    }

    private static async Task<List<ShipmentNews>> NewsAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        var ids = changes.Select(change => change.ShipmentId).Distinct().ToList();
        var shipments = await database.Shipments.Where(shipment => ids.Contains(shipment.Id))
            .Select(shipment => new
            {
                shipment.Id,
                shipment.Article,
                shipment.Status,
                shipment.ConsigneeEmail,
                shipment.References.Order,
                shipment.References.GemContract,
                shipment.ExpectedFrom,
                shipment.ExpectedTo,
                shipment.LastScanReason,
                Recalled = shipment.RecallRequestedAt != null,
                shipment.FetchedAt,
            })
            .ToDictionaryAsync(shipment => shipment.Id, token);
        var news = new List<ShipmentNews>();
        foreach (var change in changes)
        {
            if (!shipments.TryGetValue(change.ShipmentId, out var shipment)) continue;
            if (NotificationKinds.Of(change.Before, change.Status, shipment.Recalled) is not { } kind) continue;
            // The agent who fetched it told before that the post has it; the first scan says so once more.
            if (kind == NotificationKind.PickedUp && change.RecordedAt > shipment.FetchedAt) continue;
            news.Add(new ShipmentNews
            {
                Kind = kind,
                SellerId = change.SellerId,
                ShipmentId = shipment.Id,
                Article = shipment.Article,
                Reference = shipment.Order ?? shipment.GemContract,
                ConsigneeEmail = shipment.ConsigneeEmail,
                ExpectedFrom = shipment.ExpectedFrom,
                ExpectedTo = shipment.ExpectedTo,
                // A reason is only that of this failure while nothing has been scanned since.
                Reason = kind == NotificationKind.Failed && shipment.Status == ShipmentStatus.AttemptFailed ? shipment.LastScanReason : null,
                At = change.At,
            });
        }

        return news;
    }
}
