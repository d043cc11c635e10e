using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Tracking.Public;

/// <summary>Says where articles are, to anyone who knows their numbers.</summary>
public sealed class LookUpArticles(IDbContextFactory<PortalDbContext> factory)
{
    private const int MostSuggestions = 3;

    /// <summary>Looks all numbers up in the order given.</summary>
    public async Task<IReadOnlyList<TrackedArticle>> ExecuteAsync(IReadOnlyList<string> typed, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var valid = typed.Where(number => ArticleNumber.TryParse(number, out _)).ToList();
        var found = valid.Count == 0 ? [] : await FactsAsync(database, valid, token);
        var candidates = typed.Where(number => !found.ContainsKey(number))
            .ToDictionary(number => number, number => ArticleNumber.Suggestions(number).Select(one => one.ToString()).ToList());
        var existing = await ExistingAsync(database, candidates.Values.SelectMany(numbers => numbers).ToHashSet(), token);
        return [.. typed.Select(number => Answer(number, found.GetValueOrDefault(number), candidates.GetValueOrDefault(number), existing))];
    }

    /// <summary>The scans of one article, the latest first.</summary>
    public async Task<IReadOnlyList<PublicScan>> ScansAsync(string article, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var scans = await database.TrackingEvents.Where(scan => scan.Article == article)
            .OrderByDescending(scan => scan.OccurredAt).ThenByDescending(scan => scan.Code)
            .Select(scan => new { scan.Code, scan.Office, scan.OccurredAt, scan.Reason, scan.Description })
            .ToListAsync(token);
        return
        [
            .. scans.Where(scan => EventCodes.IsKnown(scan.Code)).Select(scan => new PublicScan(
                scan.Code, scan.Office, scan.OccurredAt, scan.Reason, EventCodes.StatusOf(scan.Code, scan.Description) == ShipmentStatus.Returned)),
        ];
    }

    private static TrackedArticle Answer(string number, PublicFacts? facts, List<string>? candidates, HashSet<string> existing)
    {
        var fault = ArticleNumber.Parse(number, out _);
        if (facts is not null) return new TrackedArticle { Typed = number, Facts = facts };
        // A number of the right form is probably right and not here; another of the right form is no better guess.
        var meant = candidates!.OrderByDescending(existing.Contains).Where(one => fault != ArticleNumberFault.None || existing.Contains(one));
        return new TrackedArticle { Typed = number, Fault = fault, Suggestions = [.. meant.Take(MostSuggestions)] };
    }

    private static async Task<Dictionary<string, PublicFacts>> FactsAsync(PortalDbContext database, List<string> articles, CancellationToken token) =>
        await database.Shipments.Where(shipment => articles.Contains(shipment.Article))
            .Select(shipment => new PublicFacts
            {
                Article = shipment.Article,
                Product = shipment.Product,
                Status = shipment.Status,
                StatusAt = shipment.StatusAt,
                BookedAt = shipment.BookedAt,
                FromOffice = shipment.BookingOffice,
                FromPincode = shipment.BookingPincode,
                ToOffice = shipment.DeliveryOffice,
                ToPincode = shipment.Consignee.Pincode,
                ExpectedFrom = shipment.ExpectedFrom,
                ExpectedTo = shipment.ExpectedTo,
                LastScanCode = shipment.LastScanCode,
                LastScanOffice = shipment.LastScanOffice,
                LastScanAt = shipment.LastScanAt,
                LastScanReason = shipment.LastScanReason,
            })
            .ToDictionaryAsync(facts => facts.Article, token);

    private static async Task<HashSet<string>> ExistingAsync(PortalDbContext database, HashSet<string> numbers, CancellationToken token) => numbers.Count == 0
        ? []
        : await database.Shipments.Where(shipment => numbers.Contains(shipment.Article)).Select(shipment => shipment.Article).ToHashSetAsync(token);
}
