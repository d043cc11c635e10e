using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerPortal.Components.Widgets;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Platform;
using SellerPortal.Resources;

namespace SellerPortal.Features.Shipments;

/// <summary>The sentences of the shipment pages.</summary>
internal static class ShipmentWords
{
    /// <summary>The last thing known of a shipment, for the line below its status.</summary>
    public static string Fact(IStringLocalizer<ShipmentsTexts> texts, ShipmentRow row, DateTimeOffset now)
    {
        if (row.LastScanCode is not { } code || row.LastScanAt is not { } at) return Unscanned(texts, row);
        var words = row.LastScanReason is { } reason ? PostWords.Reason(reason) : PostWords.Scan(code, row.LastScan);
        var age = IndianFormat.Age(at, now);
        return string.IsNullOrEmpty(row.LastScanOffice) ? texts["FactScanNoOffice", words, age] : texts["FactScan", words, row.LastScanOffice, age];
    }

    private static string Unscanned(IStringLocalizer<ShipmentsTexts> texts, ShipmentRow row) => row switch
    {
        { Status: not ShipmentStatus.Booked } => texts["NoScanYet"],
        { IsFetched: true } => texts["FactFetched"],
        { LabelPrints: 0 } => texts["FactNotPrinted"],
        { IsReturn: true } => texts["FactReturnHandOver"],
        _ => texts["FactHandOver"],
    };

    /// <summary>The heading of a shipment's page: what is expected, or how it ended.</summary>
    public static string Heading(IStringLocalizer<ShipmentsTexts> texts, ShipmentDetail shipment) => shipment.Status switch
    {
        ShipmentStatus.Delivered => texts["DeliveredTitle", IndianFormat.DateAndTime(shipment.StatusAt)],
        ShipmentStatus.Returned => texts["ReturnedTitle", IndianFormat.DateAndTime(shipment.StatusAt)],
        ShipmentStatus.Cancelled => texts["CancelledTitle", IndianFormat.DateAndTime(shipment.StatusAt)],
        ShipmentStatus.Returning => shipment.ExpectedBack is var (back, until) ? texts["BackTitle", IndianFormat.DateRange(back, until)] : texts["BackUnknown"],
        _ when shipment.RecallRequestedAt is not null => texts["RecalledTitle"],
        _ when shipment.ExpectedFrom is { } from => texts["ExpectedTitle", IndianFormat.DateRange(from, shipment.ExpectedTo ?? from)],
        _ => texts["ExpectedUnknown"],
    };

    /// <summary>The timeline as it is shown.</summary>
    public static IReadOnlyList<TimelineEntry> Timeline(IStringLocalizer<ShipmentsTexts> texts, ShipmentDetail shipment) =>
        [.. shipment.Timeline.Select(fact => fact.Kind is { } kind ? Act(texts, fact, kind) : Scan(fact))];

    private static TimelineEntry Act(IStringLocalizer<ShipmentsTexts> texts, TimelineFact fact, HistoryKind kind) =>
        new(fact.At, texts[$"History{kind}"], Join(texts["InPortal"], Detail(texts, fact.Remark, kind)));

    private static string? Detail(IStringLocalizer<ShipmentsTexts> texts, string? detail, HistoryKind kind) => kind switch
    {
        HistoryKind.Cancelled or HistoryKind.RecallRequested when long.TryParse(detail, NumberStyles.None, CultureInfo.InvariantCulture, out var paise) =>
            texts[kind == HistoryKind.Cancelled ? "DetailRefund" : "DetailRecallFee", IndianFormat.MoneyExact(new Money(paise))],
        HistoryKind.DeliverAgain when DateOnly.TryParseExact(detail, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => IndianFormat.Date(day),
        HistoryKind.Changed when detail is not null => string.Join(", ", detail.Split(',').Select(part => texts[$"Part{part}"].Value)),
        HistoryKind.LabelPrinted or HistoryKind.LabelReprinted => detail?.ToUpperInvariant(),
        _ => detail,
    };

    private static TimelineEntry Scan(TimelineFact fact)
    {
        var words = PostWords.Scan(fact.Code!, fact.Words);
        return new TimelineEntry(fact.At, fact.Reason is { } reason ? $"{words}: {PostWords.Reason(reason)}" : words, Join(fact.Office, fact.Remark));
    }

    private static string? Join(string? one, string? other) =>
        string.IsNullOrEmpty(other) ? one : string.IsNullOrEmpty(one) ? other : $"{one} · {other}";
}
