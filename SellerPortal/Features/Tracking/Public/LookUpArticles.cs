using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Tracking.Public;

/// <summary>
/// Says where articles are, to anyone who knows their numbers. An article of the test mode is known to its own seller
/// only, and in the test mode no other is.
/// </summary>
public sealed class LookUpArticles(IDbContextFactory<PortalDbContext> factory)
{
    private const int MostSuggestions = 3;

    private static readonly Expression<Func<Shipment, PublicFacts>> ToFacts = shipment => new PublicFacts
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
    };

    // What is asked most often by far: made ready once, and answered with one question to the database.
    private readonly Func<PortalDbContext, string, Task<Known?>> findOne = EF.CompileAsyncQuery((PortalDbContext database, string article) =>
        database.Shipments.KeepPlan().Where(shipment => shipment.Article == article)
            .Select(ToFacts)
            .Select(facts => new Known(
                facts,
                database.TrackingEvents.Where(scan => scan.Article == facts.Article)
                    .Select(scan => new KnownScan(scan.Code, scan.Office, scan.OccurredAt, scan.Reason, scan.Description))
                    .ToList()))
            .FirstOrDefault());

    /// <summary>Looks one number up, with its scans.</summary>
    /// <param name="typed">The number, in capitals and without spaces.</param>
    /// <param name="tester">The seller in whose test mode it is asked; null outside of it.</param>
    /// <param name="token">Stops the work.</param>
    public async Task<TrackedArticle> FindAsync(string typed, SellerId? tester, CancellationToken token)
    {
        await using (var database = await factory.CreateDbContextAsync(token))
        {
            if ((await VisibleAsync(database, [typed], tester, token)).Count == 1 && await findOne(database, typed) is { } known)
            {
                return new TrackedArticle { Typed = typed, Facts = known.Facts, Scans = ToScans(known.Scans) };
            }
        }

        return (await ExecuteAsync([typed], tester, token))[0];
    }

    /// <summary>Looks all numbers up in the order given, without their scans.</summary>
    /// <param name="typed">The numbers, in capitals and without spaces.</param>
    /// <param name="tester">The seller in whose test mode it is asked; null outside of it.</param>
    /// <param name="token">Stops the work.</param>
    public async Task<IReadOnlyList<TrackedArticle>> ExecuteAsync(IReadOnlyList<string> typed, SellerId? tester, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var visible = await VisibleAsync(database, typed, tester, token);
        var found = visible.Count == 0
            ? []
            : await database.Shipments.Where(shipment => visible.Contains(shipment.Article)).Select(ToFacts).ToDictionaryAsync(facts => facts.Article, token);
        var candidates = typed.Where(number => !found.ContainsKey(number))
            .ToDictionary(number => number, number => ArticleNumber.Suggestions(number).Select(one => one.ToString()).ToList());
        var existing = (await VisibleAsync(database, [.. candidates.Values.SelectMany(numbers => numbers).Distinct(StringComparer.Ordinal)], tester, token)) is { Count: > 0 } guesses
            ? await database.Shipments.Where(shipment => guesses.Contains(shipment.Article)).Select(shipment => shipment.Article).ToHashSetAsync(token)
            : [];
        return [.. typed.Select(number => Answer(number, found.GetValueOrDefault(number), candidates.GetValueOrDefault(number), existing))];
    }

    /// <summary>The numbers that are valid and that the asker may know of.</summary>
    private static async Task<List<string>> VisibleAsync(PortalDbContext database, IReadOnlyList<string> numbers, SellerId? tester, CancellationToken token)
    {
        var ofWorld = numbers.Where(number => ArticleNumber.TryParse(number, out _) && TestArticles.Includes(number) == tester is not null).ToList();
        if (tester is not { } seller || ofWorld.Count == 0) return ofWorld;
        return await database.Shipments.Where(shipment => shipment.SellerId == seller && ofWorld.Contains(shipment.Article)).Select(shipment => shipment.Article).ToListAsync(token);
    }

    private static List<PublicScan> ToScans(List<KnownScan> scans) =>
    [
        .. scans.Where(scan => EventCodes.IsKnown(scan.Code))
            .OrderByDescending(scan => scan.OccurredAt).ThenByDescending(scan => scan.Code, StringComparer.Ordinal)
            .Select(scan => new PublicScan(
                scan.Code, scan.Office, scan.OccurredAt, scan.Reason, EventCodes.StatusOf(scan.Code, scan.Description) == ShipmentStatus.Returned)),
    ];

    private static TrackedArticle Answer(string number, PublicFacts? facts, List<string>? candidates, HashSet<string> existing)
    {
        var fault = ArticleNumber.Parse(number, out _);
        if (facts is not null) return new TrackedArticle { Typed = number, Facts = facts };
        // A number of the right form is probably right and not here; another of the right form is no better guess.
        var meant = candidates!.OrderByDescending(existing.Contains).Where(one => fault != ArticleNumberFault.None || existing.Contains(one));
        return new TrackedArticle { Typed = number, Fault = fault, Suggestions = [.. meant.Take(MostSuggestions)] };
    }

    private sealed record Known(PublicFacts Facts, List<KnownScan> Scans);

    private sealed record KnownScan(string Code, string Office, DateTimeOffset OccurredAt, NonDeliveryReason? Reason, string? Description);
}
