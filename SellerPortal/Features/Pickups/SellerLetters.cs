using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Notifications;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Features.Pickups;

/// <summary>Letters to a seller about pickups.</summary>
internal static class SellerLetters
{
    /// <summary>
    /// Adds a letter to each who gets the seller's letters, in the seller's language, to the changes that the next save
    /// writes. The test mode writes to nobody outside the portal.
    /// </summary>
    public static async Task EnqueueLettersAsync(
        this PortalDbContext database, SellerId seller, Func<string, LetterLanguage, Letter> write, DateTimeOffset now, CancellationToken token)
    {
        if (seller.IsTest) return;
        var registered = await database.Sellers.Where(one => one.Id == seller).Select(one => one.Email).SingleAsync(token);
        var plan = await database.NotificationPlans.AsNoTracking().SingleOrDefaultAsync(one => one.SellerId == seller, token);
        var wish = (plan ?? NotificationPlan.Usual(seller)).Wish();
        foreach (var to in await database.LetterReceiversAsync(seller, registered, wish.Receivers, token)) database.Enqueue(write(to, wish.Language), now);
    }
}
