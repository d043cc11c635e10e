using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;

namespace SellerPortal.Features.ParcelChanges;

/// <summary>
/// Changes a booked parcel. The version of the shipment decides between a change and a scan that come at the same
/// moment; what a colleague changed since the page was opened stays, and is not written over.
/// </summary>
public sealed class ChangeParcel(IDbContextFactory<PortalDbContext> factory, ShipmentChanges changes, TimeProvider clock)
{
    /// <param name="actor">Who changes; an account that may write.</param>
    /// <param name="id">The parcel.</param>
    /// <param name="input">What it is to be: consignee, references and contents.</param>
    /// <param name="shown">What the page showed before.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="seen">The version that it must still have; null when only what is changed must be as it was shown.</param>
    public async Task<ChangeResult> ExecuteAsync(Actor actor, ShipmentId id, BookShipmentInput input, EditableFacts shown, CancellationToken token, Guid? seen = null)
    {
        if (!actor.MayWrite) return new ChangeResult.NotFound();
        var result = await OptimisticConcurrency.RetryAsync(() => TryAsync(actor, id, input, shown, seen, token), token);
        if (result is ChangeResult.Changed { Parts.Count: > 0 }) changes.Publish([id]);
        return result;
    }

    private async Task<ChangeResult> TryAsync(Actor actor, ShipmentId id, BookShipmentInput input, EditableFacts shown, Guid? seen, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var shipment = await database.Shipments.SingleOrDefaultAsync(shipment => shipment.Id == id && shipment.SellerId == actor.SellerId, token);
        if (shipment is null) return new ChangeResult.NotFound();
        if (seen is not null && seen != shipment.Version) return new ChangeResult.ChangedMeanwhile();
        var faults = BookingRules.CheckChange(input, shipment.Consignee, out var facts);
        if (facts is null) return new ChangeResult.Faulty(faults);
        var now = shipment.EditableFacts;
        if (now.With(shown, facts) is not { } wished) return new ChangeResult.ChangedMeanwhile();
        if (wished == now) return new ChangeResult.Changed([]);
        var stage = ShipmentEdits.StageOf(shipment.Status, shipment.IsTakenOver);
        if (now.Differences(wished).Any(part => !ShipmentEdits.May(part, stage))) return new ChangeResult.TooLate(stage);
        var parts = shipment.Change(wished);
        database.History.Add(HistoryEntry.Of(id, HistoryKind.Changed, actor.UserId, string.Join(',', parts), clock.GetUtcNow()));
        await database.SaveChangesAsync(token);
        return new ChangeResult.Changed(parts);
    }
}

/// <summary>What came of changing a parcel.</summary>
public abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    /// <summary>It is as it was wished.</summary>
    /// <param name="Parts">What became something else; none when all was so before.</param>
    public sealed record Changed(IReadOnlyList<EditablePart> Parts) : ChangeResult;

    /// <summary>Something typed is wrong.</summary>
    public sealed record Faulty(IReadOnlyList<BookingFault> Faults) : ChangeResult;

    /// <summary>It went on while the page was open, and what was changed cannot be changed any more.</summary>
    public sealed record TooLate(EditStage Stage) : ChangeResult;

    /// <summary>A colleague changed the same thing, and in another way, while the page was open; or it is not the version that was named.</summary>
    public sealed record ChangedMeanwhile : ChangeResult;

    /// <summary>There is no such parcel for the account.</summary>
    public sealed record NotFound : ChangeResult;
}
