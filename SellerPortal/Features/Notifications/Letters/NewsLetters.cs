using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Notifications;
using SellerPortal.Platform;
using SellerPortal.Platform.Mail;
using SellerPortal.Resources;

namespace SellerPortal.Features.Notifications.Letters;

/// <summary>
/// Writes the letters about shipments. A seller's letter names the article and the order; an addressee's the sender and
/// the public tracking page. Neither holds an address.
/// </summary>
internal sealed class NewsLetters(IStringLocalizer<NotificationsTexts> texts, PortalAddress portal)
{
    private const int MostListed = 50;

    /// <summary>To the seller about one shipment.</summary>
    public Letter ToSeller(string to, LetterLanguage language, ShipmentNews news) => LetterWriter.Write(to, language, () => new LetterDraft(
        texts[$"MailSubject{news.Kind}", Spaced(news.Article)],
        Sentences(
            texts[$"MailBody{news.Kind}", Spaced(news.Article), IndianFormat.DateAndTime(news.At)],
            news.Reference is { } reference ? texts["MailReference", reference].Value : null,
            Reason(news),
            news.Reason is { } why && PostWords.Next(why) is { } next ? next : null,
            texts["MailFooter"]),
        new LetterLink(texts["MailOpenShipment"], portal.Of(PortalUrls.Shipment(news.ShipmentId)))));

    /// <summary>To the seller about many shipments that fared alike.</summary>
    public Letter ToSeller(string to, LetterLanguage language, NotificationKind kind, IReadOnlyList<ShipmentNews> news) => LetterWriter.Write(to, language, () => new LetterDraft(
        texts[$"MailSubjectMany{kind}", IndianFormat.Number(news.Count)],
        Sentences(
            texts["MailBodyMany"],
            string.Join('\n', news.Take(MostListed).Select(one => one.Reference is { } reference ? $"{Spaced(one.Article)}, {reference}" : Spaced(one.Article))),
            news.Count > MostListed ? texts["MailMore", IndianFormat.Number(news.Count - MostListed)].Value : null,
            texts["MailFooter"]),
        new LetterLink(texts["MailOpenShipments"], portal.Of(PortalUrls.Shipments))));

    /// <summary>To the addressee, in both languages, because nobody knows theirs.</summary>
    public Letter ToConsignee(ShipmentNews news, string seller) => LetterWriter.Write(news.ConsigneeEmail!, LetterLanguage.Both, () => new LetterDraft(
        texts[$"ConsigneeSubject{news.Kind}"],
        Sentences(
            texts[$"ConsigneeBody{news.Kind}", seller, Spaced(news.Article)],
            Reason(news),
            Expected(news),
            texts["ConsigneeFooter"]),
        new LetterLink(texts["ConsigneeTrack"], portal.Of(PortalUrls.TrackArticle(news.Article)))));

    private string? Reason(ShipmentNews news) => news.Reason is { } reason ? texts["MailReason", PostWords.Reason(reason)].Value : null;

    private string? Expected(ShipmentNews news) =>
        news.Kind is NotificationKind.Booked or NotificationKind.PickedUp && news is { ExpectedFrom: { } from, ExpectedTo: { } to } ? texts["ConsigneeExpected", IndianFormat.DateRange(from, to)].Value : null;

    private static string[] Sentences(params string?[] sentences) => [.. sentences.Where(sentence => !string.IsNullOrEmpty(sentence)).Select(sentence => sentence!)];

    private static string Spaced(string article) => ArticleNumber.TryParse(article, out var number) ? number.ToSpacedString() : article;
}
