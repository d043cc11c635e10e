using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>Reads the work list of parcels that were not delivered, and one of them with all that was asked for it.</summary>
public sealed class ReadFailures(
    IDbContextFactory<PortalDbContext> factory, Snapshot<TariffBook> tariffs, IOptions<SilenceRules> options, TimeProvider time)
{
    /// <summary>One page of a tab, those first that have waited longest, and how many each tab holds.</summary>
    public async Task<FailuresShown> ListAsync(Actor actor, FailuresFilter filter, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var since = options.Value.SilentSince(now);
        var today = IndianFormat.DayOf(now);
        await using var database = await factory.CreateDbContextAsync(token);
        var mine = database.Shipments.AsNoTracking().VisibleTo(actor);
        var counts = new Dictionary<FailureTab, int>();
        foreach (var tab in Enum.GetValues<FailureTab>()) counts[tab] = await mine.In(database, tab, since, today).CountAsync(token);
        var wanted = mine.In(database, filter.Tab, since, today);
        if (filter.Reason is { } reason) wanted = wanted.Where(shipment => shipment.LastScanReason == reason);
        if (filter.Unanswered)
        {
            wanted = wanted.Where(shipment => !database.DeliveryInstructions.Any(instruction =>
                instruction.ShipmentId == shipment.Id && instruction.ClosedAt == null && (instruction.DeliverOn == null || instruction.DeliverOn >= today)));
        }

        var total = filter.IsWholeTab ? counts[filter.Tab] : await wanted.CountAsync(token);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + FailuresFilter.PageSize - 1) / FailuresFilter.PageSize));
        var rows = await wanted.Select(FailureQueries.Row(database)).OrderBy(row => row.LastScanAt ?? row.HandedOverAt).ThenBy(row => row.Id)
            .Skip((page - 1) * FailuresFilter.PageSize).Take(FailuresFilter.PageSize).ToListAsync(token);
        return new FailuresShown
        {
            Rows = await database.CompleteAsync(rows, tariffs.Value.Calendar, since, token),
            Total = total,
            Page = page,
            Counts = counts,
            SilentDays = options.Value.SilentDays,
            At = now,
        };
    }

    /// <summary>One parcel, or null when there is none for this actor.</summary>
    public async Task<FailureDetail?> OneAsync(Actor actor, ShipmentId id, CancellationToken token)
    {
        var now = time.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        var found = database.Shipments.AsNoTracking().VisibleTo(actor).Where(shipment => shipment.Id == id);
        var rows = await database.CompleteAsync(
            await found.Select(FailureQueries.Row(database)).ToListAsync(token), tariffs.Value.Calendar, options.Value.SilentSince(now), token);
        if (rows is not [var row]) return null;
        return new FailureDetail
        {
            Row = row,
            Consignee = await found.Select(shipment => shipment.Consignee).SingleAsync(token),
            Instructions = await database.DeliveryInstructions.AsNoTracking().Where(instruction => instruction.ShipmentId == id)
                .OrderByDescending(instruction => instruction.GivenAt).ThenByDescending(instruction => instruction.Id).ToListAsync(token),
            Days = DeliveryInstructions.Days(IndianFormat.DayOf(now), row.After?.KeptUntil, tariffs.Value.Calendar),
            MayWrite = actor.MayWrite,
            At = now,
        };
    }
}

/// <summary>What the work list shows.</summary>
public sealed record FailuresShown
{
    public required IReadOnlyList<FailureRow> Rows { get; init; }

    /// <summary>How many parcels the filter finds.</summary>
    public required int Total { get; init; }

    /// <summary>The page shown; the last one when a later one was asked for.</summary>
    public required int Page { get; init; }

    public required IReadOnlyDictionary<FailureTab, int> Counts { get; init; }

    public required int SilentDays { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>One parcel that was not delivered.</summary>
public sealed record FailureDetail
{
    public required FailureRow Row { get; init; }

    public required PostalAddress Consignee { get; init; }

    /// <summary>Why no instruction can be given, or null.</summary>
    public InstructionRefusal? WhyNot => Row.WhyNot;

    /// <summary>All instructions so far, the latest first.</summary>
    public required IReadOnlyList<DeliveryInstruction> Instructions { get; init; }

    /// <summary>The days for which another delivery can be asked.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }
}
