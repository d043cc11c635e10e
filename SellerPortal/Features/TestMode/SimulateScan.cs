using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Tracking;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;

namespace SellerPortal.Features.TestMode;

/// <summary>Gives a parcel of the test mode its next scan, at once when its seller asks for it, otherwise after a pause.</summary>
public sealed class SimulateScan(IDbContextFactory<PortalDbContext> factory, ShipmentChanges changes, WorkSignal signal, TimeProvider time)
{
    /// <summary>Gives the next scan now.</summary>
    public async Task<SimulatedScan> ExecuteAsync(Actor actor, ShipmentId id, CancellationToken token)
    {
        if (!actor.IsTest) return new SimulatedScan.NotTest();
        if (!actor.MayWrite) return new SimulatedScan.NotAllowed();
        await using var database = await factory.CreateDbContextAsync(token);
        if (!await database.Shipments.VisibleTo(actor).AnyAsync(shipment => shipment.Id == id, token)) return new SimulatedScan.NotFound();
        return await GiveAsync(database, id, after: null, token);
    }

    /// <summary>Gives the next scan if none came in between; a parcel that moved otherwise has a next scan of its own.</summary>
    internal async Task ContinueAsync(TestStep step, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await GiveAsync(database, step.Shipment, step, token);
    }

    private async Task<SimulatedScan> GiveAsync(PortalDbContext database, ShipmentId id, TestStep? after, CancellationToken token)
    {
        if (await ReadAsync(database, id, token) is not { } read) return new SimulatedScan.NotFound();
        var (article, last, parcel) = read;
        if (after is not null && after.LastScanAt != last) return new SimulatedScan.Ended(parcel.Status);
        if (TestCourse.Next(parcel) is not { } next) return new SimulatedScan.Ended(parcel.Status);
        var now = time.GetUtcNow();

        // Later than the last one, whatever the clock says, so that the course never stands still.
        var at = last is { } before && before >= now ? before.AddSeconds(1) : now;
        var scan = new TrackingEvent
        {
            Article = article,
            Code = next.Code,
            OccurredAt = at,
            Office = next.Office,
            OfficePincode = next.Pincode,
            Description = next.Description,
            Reason = next.Reason,
            RecordedAt = now,
        };
        var stored = await EventStore.SaveAsync(database, [scan], token);
        await EnqueueNextAsync(database, id, token);
        changes.Publish(stored.Changed);
        return new SimulatedScan.Given(scan);
    }

    private async Task EnqueueNextAsync(PortalDbContext database, ShipmentId id, CancellationToken token)
    {
        if (await ReadAsync(database, id, token) is not { } now || TestCourse.Next(now.Parcel) is null) return;
        database.Enqueue(new TestStep(id, now.Last), now.Parcel.Status, time.GetUtcNow());
        await database.SaveChangesAsync(token);
        signal.Pulse();
    }

    private static async Task<(string Article, DateTimeOffset? Last, TestParcel Parcel)?> ReadAsync(PortalDbContext database, ShipmentId id, CancellationToken token)
    {
        var shipment = await database.Shipments.AsNoTracking().SingleOrDefaultAsync(shipment => shipment.Id == id, token);
        if (shipment is null || !shipment.SellerId.IsTest) return null;
        var failed = await database.TrackingEvents.FailedAttempts().CountAsync(scan => scan.Article == shipment.Article, token);
        var instruction = await database.DeliveryInstructions.Where(one => one.ShipmentId == id && one.ClosedAt == null).Select(one => (InstructionKind?)one.Kind).FirstOrDefaultAsync(token);
        return (shipment.Article, shipment.LastScanAt, new TestParcel
        {
            Status = shipment.Status,
            LastCode = shipment.LastScanCode,
            Order = shipment.References.Order,
            BookingOffice = shipment.BookingOffice,
            BookingPincode = shipment.BookingPincode,
            DeliveryOffice = shipment.DeliveryOffice,
            DeliveryPincode = shipment.Consignee.Pincode,
            IsRecalled = shipment.RecallRequestedAt is not null,
            FailedAttempts = failed,
            Instruction = instruction,
        });
    }
}

/// <summary>What became of the wish for a scan.</summary>
public abstract record SimulatedScan
{
    private SimulatedScan()
    {
    }

    /// <summary>The parcel has the scan.</summary>
    public sealed record Given(TrackingEvent Scan) : SimulatedScan;

    /// <summary>Nothing more happens to a parcel of this status.</summary>
    public sealed record Ended(ShipmentStatus Status) : SimulatedScan;

    /// <summary>The actor is not in the test mode.</summary>
    public sealed record NotTest : SimulatedScan;

    /// <summary>The account only reads.</summary>
    public sealed record NotAllowed : SimulatedScan;

    public sealed record NotFound : SimulatedScan;
}
