using System.Globalization;
using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Work;

namespace SellerPortal.Features.TestMode;

/// <summary>The next scan of a parcel, to come after the one it has now.</summary>
internal sealed record TestStep(ShipmentId Shipment, DateTimeOffset? LastScanAt)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static TestStep Parse(string text)
    {
        var parts = text.Split(' ');
        return new TestStep(
            new ShipmentId(Guid.Parse(parts[0], CultureInfo.InvariantCulture)),
            parts[1].Length == 0 ? null : DateTimeOffset.ParseExact(parts[1], "O", CultureInfo.InvariantCulture));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Shipment} {LastScanAt:O}");
}

/// <summary>Steps of the test mode as work.</summary>
internal static class TestSteps
{
    /// <summary>The kind of work that a step is.</summary>
    public const string Kind = "test-scan";

    /// <summary>The time between two scans.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>The time before the first scan, if no pickup brings it earlier: enough to print a label, and to ask for a pickup or fill a manifest.</summary>
    public static readonly TimeSpan BeforeFirst = TimeSpan.FromMinutes(10);

    /// <summary>Adds a step to the changes that the next save writes.</summary>
    public static void Enqueue(this PortalDbContext database, TestStep step, ShipmentStatus status, DateTimeOffset now) =>
        database.Enqueue(Kind, step.ToString(), now, now + PauseBefore(step, status));

    private static TimeSpan PauseBefore(TestStep step, ShipmentStatus status)
    {
        if (step.LastScanAt is null) return BeforeFirst;
        return status == ShipmentStatus.AttemptFailed ? Pause * TestCourse.PausesAfterFailure : Pause;
    }
}

/// <summary>Takes the steps whose time has come.</summary>
internal sealed class TakeTestSteps(SimulateScan simulate) : IWorkHandler
{
    public string Kind => TestSteps.Kind;

    public TimeSpan? RetryAfter(int attempts) => attempts < 5 ? TestSteps.Pause : null;

    public Task ExecuteAsync(WorkItem item, CancellationToken token) => simulate.ContinueAsync(TestStep.Parse(item.Payload), token);
}

/// <summary>Has a parcel that was booked in the test mode begin its course.</summary>
internal sealed class BeginTestCourse(TimeProvider time) : IShipmentChangeHandler
{
    public Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        var now = time.GetUtcNow();
        foreach (var change in changes.Where(change => change.Before is null && change.SellerId.IsTest)) database.Enqueue(new TestStep(change.ShipmentId, LastScanAt: null), change.Status, now);
        return Task.CompletedTask;
    }
}
