using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Figures;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Today;

/// <summary>A seller's last thirty days in figures; the days are those of India, today included.</summary>
public sealed class ReadMonth(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    /// <summary>How many days are looked at.</summary>
    public const int DayCount = 30;

    /// <summary>The figures, or null for an account that belongs to no seller.</summary>
    public async Task<Month?> ExecuteAsync(Actor actor, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return null;
        var today = IndianFormat.DayOf(time.GetUtcNow());
        var first = today.AddDays(1 - DayCount);
        var (from, to) = (IndianTime.StartOf(first), IndianTime.StartOf(today.AddDays(1)));
        await using var database = await factory.CreateDbContextAsync(token);
        var booked = await database.BookedAsync(seller, from, to, token);
        var failures = await database.FailuresAsync(seller, from, to, token);
        return Put(first, today, booked, failures);
    }

    internal static Month Put(DateOnly first, DateOnly today, IReadOnlyList<BookedFigure> booked, IReadOnlyList<FailureFigure> failures)
    {
        var kept = booked.Where(figure => figure.Status != ShipmentStatus.Cancelled).ToList();
        var days = kept.ToLookup(figure => figure.BookedOn);
        var judged = kept.Where(figure => IsJudged(figure, today)).ToList();
        return new Month
        {
            Days = [.. Enumerable.Range(0, today.DayNumber - first.DayNumber + 1).Select(first.AddDays)
                .Select(day => new MonthDay(day, days[day].Sum(figure => figure.Count), new Money(days[day].Sum(figure => figure.Paise))))],
            Judged = judged.Sum(figure => figure.Count),
            OnTime = judged.Where(figure => figure.DeliveredOn <= figure.ExpectedTo).Sum(figure => figure.Count),
            Failures = [.. failures.GroupBy(failure => Known(failure.Reason))
                .Select(group => new MonthFailure(group.Key, group.Sum(failure => failure.Count)))
                .OrderByDescending(failure => failure.Count).ThenBy(failure => failure.Reason)],
        };
    }

    /// <summary>Only what had a day and is delivered, or is past its day, can be on time or late.</summary>
    private static bool IsJudged(BookedFigure figure, DateOnly today) =>
        figure.ExpectedTo is { } due && (figure.DeliveredOn is not null || due < today);

    private static NonDeliveryReason Known(NonDeliveryReason? reason) =>
        reason is { } known && Enum.IsDefined(known) ? known : NonDeliveryReason.Others;
}

/// <summary>Thirty days of a seller.</summary>
public sealed record Month
{
    /// <summary>Every day, the first first, also those on which nothing was booked.</summary>
    public required IReadOnlyList<MonthDay> Days { get; init; }

    /// <summary>Articles delivered, or not delivered though their expected day has passed; cancelled ones do not count.</summary>
    public required int Judged { get; init; }

    /// <summary>Those of them delivered to the addressee on their expected day or before.</summary>
    public required int OnTime { get; init; }

    /// <summary>Failed deliveries by reason, the most frequent first.</summary>
    public required IReadOnlyList<MonthFailure> Failures { get; init; }

    /// <summary>Articles booked and not cancelled.</summary>
    public int Booked => Days.Sum(day => day.Booked);

    /// <summary>What they cost, with tax.</summary>
    public Money Spent => new(Days.Sum(day => day.Spent.Paise));

    /// <summary>The share on time in whole percent, rounded down, so that 100 means all; null when nothing can be judged yet.</summary>
    public int? OnTimePercent => Judged == 0 ? null : (int)(OnTime * 100L / Judged);
}

/// <summary>One day: what was booked on it, without what was cancelled.</summary>
public sealed record MonthDay(DateOnly Day, int Booked, Money Spent);

/// <summary>How many deliveries failed for a reason.</summary>
public sealed record MonthFailure(NonDeliveryReason Reason, int Count);
