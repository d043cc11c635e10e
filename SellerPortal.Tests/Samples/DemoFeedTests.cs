using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Tracking.Intake;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Samples;

/// <summary>The feed of the walk-through in the README.</summary>
public sealed class DemoFeedTests
{
    private static string Samples { get; } = Path.Combine(Path.GetDirectoryName(Sources.Portal)!, "samples");

    [ToolTheory("sh sed date")]
    [InlineData("EE123456785IN")]
    [InlineData("ee 123 456 785 in")]
    public async Task EventsFor_OnAnyDay_WritesAJourneyOfTheLastMinutes(string typed)
    {
        var before = TimeProvider.System.GetUtcNow();
        var text = await Tool.RunAsync("sh", Path.Combine(Samples, "events-for.sh"), typed);
        var now = TimeProvider.System.GetUtcNow();

        var feed = await JsonFeed.ReadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);
        var scans = feed.Select(element =>
        {
            Assert.Null(FeedRules.TryRead(element, now, out var scan));
            return scan!;
        }).ToList();
        Assert.All(scans, scan => Assert.Equal("EE123456785IN", scan.Article));
        Assert.All(scans, scan => Assert.True(EventCodes.IsKnown(scan.Code)));
        Assert.All(scans, scan => Assert.InRange(scan.OccurredAt, before.AddMinutes(-9), now));
        Assert.Equal(scans.Select(scan => scan.OccurredAt).Distinct().Order(), scans.Select(scan => scan.OccurredAt));

        var booked = new ScanState { Status = ShipmentStatus.Booked, StatusAt = before.AddMinutes(-10) };
        var after = scans.Aggregate(booked, (state, scan) => state.With(scan));
        Assert.Equal((ShipmentStatus.AttemptFailed, NonDeliveryReason.DoorLocked), (after.Status, after.LastScanReason));
    }
}
