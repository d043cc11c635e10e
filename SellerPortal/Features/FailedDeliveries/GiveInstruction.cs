using System.Globalization;
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

/// <summary>
/// Tells the office what to do with a parcel it could not deliver. The version of the shipment decides between an
/// instruction and a scan that come at the same moment: whichever is written first stays, and the other one meets it.
/// </summary>
public sealed class GiveInstruction(
    IDbContextFactory<PortalDbContext> factory,
    Snapshot<TariffBook> tariffs,
    Snapshot<PincodeDirectory> directory,
    IOptions<SilenceRules> options,
    ShipmentChanges changes,
    TimeProvider time)
{
    /// <summary>Gives the instruction; one that is open and asks for something else is replaced by it.</summary>
    /// <param name="actor">Who gives it.</param>
    /// <param name="id">The parcel.</param>
    /// <param name="input">What is asked for.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="asNew">The id of the instruction, so that a repeated call finds it again.</param>
    /// <param name="seen">The version of the shipment that was shown; null to give it for whatever there is.</param>
    public async Task<InstructionResult> ExecuteAsync(Actor actor, ShipmentId id, InstructionInput input, CancellationToken token, Guid? asNew = null, Guid? seen = null)
    {
        if (!actor.MayWrite) return new InstructionResult.NotFound();
        var result = await OptimisticConcurrency.RetryAsync(() => TryAsync(actor, id, input, asNew, seen, token), token);
        if (result is InstructionResult.Given { Again: false }) changes.Publish([id]);
        return result;
    }

    private static HistoryEntry History(ShipmentId id, DeliveryInstruction.Wanted wanted, Guid by, DateTimeOffset now)
    {
        var (kind, detail) = wanted.Kind switch
        {
            InstructionKind.DeliverAgain => (HistoryKind.DeliverAgain, wanted.DeliverOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            InstructionKind.CorrectPhone => (HistoryKind.PhoneCorrected, $"{wanted.Before} → {wanted.After}"),
            InstructionKind.CorrectAddress => (HistoryKind.AddressCorrected, wanted.After?.Replace("\n", ", ", StringComparison.Ordinal)),
            InstructionKind.Redirect => (HistoryKind.RedirectAsked, wanted.After?.Replace("\n", ", ", StringComparison.Ordinal)),
            InstructionKind.ReturnToSender => (HistoryKind.ReturnAsked, null),
            _ => throw new ArgumentOutOfRangeException(nameof(wanted), wanted.Kind, "There is no such kind."),
        };
        // The instruction keeps the whole address; the line of the history may be short.
        if (detail?.Length > HistoryEntry.LongestDetail) detail = string.Concat(detail.AsSpan(0, HistoryEntry.LongestDetail - 1), "…");
        return HistoryEntry.Of(id, kind, by, detail, now);
    }

    private async Task<InstructionResult> TryAsync(Actor actor, ShipmentId id, InstructionInput input, Guid? asNew, Guid? seen, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var shipment = await database.Shipments.SingleOrDefaultAsync(shipment => shipment.Id == id && shipment.SellerId == actor.SellerId, token);
        if (shipment is null) return new InstructionResult.NotFound();
        if (asNew is not null && await database.DeliveryInstructions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == asNew && one.ShipmentId == id, token) is { } made)
        {
            return new InstructionResult.Given(made.Kind, Again: true);
        }

        if (seen is not null && seen != shipment.Version) return new InstructionResult.ChangedMeanwhile();
        var now = time.GetUtcNow();
        if (DeliveryInstructions.WhyNot(shipment.Status, shipment.LastScanAt, shipment.RecallRequestedAt is not null, options.Value.SilentSince(now)) is { } reason)
        {
            return new InstructionResult.Refused(reason);
        }

        var open = await database.DeliveryInstructions.SingleOrDefaultAsync(instruction => instruction.ShipmentId == id && instruction.ClosedAt == null, token);
        var deadline = await DeadlineAsync(database, shipment, token);
        var check = new InstructionCheck(shipment.Consignee, IndianFormat.DayOf(now), deadline, tariffs.Value.Calendar, directory.Value);
        var faults = check.Check(input, out var wanted, out var corrected);
        if (open is not null && (wanted is null ? IsDone(faults, open) : open.Asks(wanted))) return new InstructionResult.Given(open.Kind, Again: true);
        if (wanted is null) return new InstructionResult.Faulty(faults);

        await using var transaction = await database.Database.BeginTransactionAsync(token);
        open?.Replace(now);
        if (corrected is not null) shipment.CorrectConsignee(corrected);
        // Not every kind changes the shipment, and every kind must meet a scan or another instruction that is written meanwhile.
        database.Entry(shipment).Property(changed => changed.Version).IsModified = true;
        await database.SaveChangesAsync(token);
        database.DeliveryInstructions.Add(DeliveryInstruction.Give(id, wanted, actor.UserId, deadline, now, asNew));
        database.History.Add(History(id, wanted, actor.UserId, now));
        await database.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return new InstructionResult.Given(wanted.Kind, Again: false);
    }

    /// <summary>True when the correction was made before and is sent once more.</summary>
    private static bool IsDone(IReadOnlyList<InstructionFault> faults, DeliveryInstruction open) => faults switch
    {
        [InstructionFault.MobileSame] => open.Kind == InstructionKind.CorrectPhone,
        [InstructionFault.AddressSame] => open.Kind == InstructionKind.CorrectAddress,
        _ => false,
    };

    private async Task<DateOnly?> DeadlineAsync(PortalDbContext database, Shipment shipment, CancellationToken token)
    {
        if (shipment is not { Status: ShipmentStatus.AttemptFailed, LastScanAt: { } failedAt }) return null;
        var attempts = await database.TrackingEvents.FailedAttempts().CountAsync(scan => scan.Article == shipment.Article, token);
        return AfterNonDelivery.Of(shipment.LastScanReason, IndianFormat.DayOf(failedAt), attempts, tariffs.Value.Calendar).KeptUntil;
    }
}

/// <summary>How an instruction went.</summary>
public abstract record InstructionResult
{
    private InstructionResult()
    {
    }

    /// <summary>The office is told.</summary>
    /// <param name="Kind">What it is told.</param>
    /// <param name="Again">True when it had been told the same before.</param>
    public sealed record Given(InstructionKind Kind, bool Again) : InstructionResult;

    /// <summary>The parcel does not stand where an instruction helps.</summary>
    public sealed record Refused(InstructionRefusal Reason) : InstructionResult;

    /// <summary>The shipment is no longer as it was shown.</summary>
    public sealed record ChangedMeanwhile : InstructionResult;

    /// <summary>Something typed is wrong.</summary>
    public sealed record Faulty(IReadOnlyList<InstructionFault> Faults) : InstructionResult;

    /// <summary>There is no such parcel for this account.</summary>
    public sealed record NotFound : InstructionResult;
}
