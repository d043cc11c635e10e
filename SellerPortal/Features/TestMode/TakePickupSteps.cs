using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Webhooks;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Work;

namespace SellerPortal.Features.TestMode;

/// <summary>
/// Carries out the pickups of the test mode: confirmed, sent out, picked up. Its parcels are accepted with it, at once.
/// </summary>
internal sealed class TakePickupSteps(IDbContextFactory<PortalDbContext> factory, WorkSignal signal, TimeProvider time) : IWorkHandler
{
    public string Kind => TestPickups.Kind;

    public TimeSpan? RetryAfter(int attempts) => attempts < 5 ? TestPickups.Pause : null;

    public async Task ExecuteAsync(WorkItem item, CancellationToken token)
    {
        var (id, steps) = TestPickups.Read(item.Payload);
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var pickup = await database.Pickups.SingleOrDefaultAsync(pickup => pickup.Id == id && pickup.IsTest, token);

        // Rescheduled, cancelled, or done before a crash: whatever came in between goes on by itself.
        if (pickup is null || pickup.StepCount != steps) return;
        var now = time.GetUtcNow();
        switch (pickup.State)
        {
            case PickupState.Requested: pickup.Confirm(Guid.Empty, now); break;
            case PickupState.Confirmed: pickup.SendOut(Guid.Empty, now); break;
            case PickupState.OutForPickup: pickup.PickUp(Guid.Empty, now); break;
            default: return;
        }

        await database.AnnounceAsync(pickup, token);
        await database.NoteFetchedAsync(pickup, token);
        database.EnqueueTestStep(pickup, now);
        if (pickup.State == PickupState.PickedUp)
        {
            var parcels = await database.Shipments.Where(shipment => shipment.PickupId == id && shipment.LastScanAt == null).Select(shipment => shipment.Id).ToListAsync(token);
            foreach (var parcel in parcels) database.Enqueue(TestSteps.Kind, new TestStep(parcel, LastScanAt: null).ToString(), now);
        }

        await database.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        signal.Pulse();
    }
}
