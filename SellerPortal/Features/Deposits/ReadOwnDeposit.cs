using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Figures;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;

namespace SellerPortal.Features.Deposits;

/// <summary>A seller's own deposit, for all of its colleagues.</summary>
public sealed class ReadOwnDeposit(IDbContextFactory<PortalDbContext> factory, Snapshot<TariffBook> tariffs, TimeProvider clock)
{
    /// <summary>The deposit and its movements; empty for a seller who has none and for an account that belongs to no seller.</summary>
    public async Task<OwnDeposit> ExecuteAsync(Actor actor, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return new OwnDeposit(Deposit: null, []);
        await using var database = await factory.CreateDbContextAsync(token);
        var movements = await database.DepositMovements.AsNoTracking().Where(movement => movement.SellerId == seller)
            .OrderByDescending(movement => movement.Day).ThenByDescending(movement => movement.RecordedAt).ThenByDescending(movement => movement.Id)
            .ToListAsync(token);
        if (movements.Count == 0) return new OwnDeposit(Deposit: null, []);
        return new OwnDeposit(await database.DepositAsync(seller, IndianFormat.DayOf(clock.GetUtcNow()), tariffs.Value.Settings.GstPercent, token), movements);
    }
}

/// <summary>A seller's own deposit.</summary>
/// <param name="Deposit">How it stands; null when there is none.</param>
/// <param name="Movements">Money paid in and out, the newest first.</param>
public sealed record OwnDeposit(Deposit? Deposit, IReadOnlyList<DepositMovement> Movements);
