using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Figures;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;

namespace SellerPortal.Features.Deposits;

/// <summary>All deposits, for an admin.</summary>
public sealed class ReadDeposits(IDbContextFactory<PortalDbContext> factory, Snapshot<TariffBook> tariffs, TimeProvider clock)
{
    /// <summary>The low ones first, and of these the one that is soonest used up.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<IReadOnlyList<DepositRow>> ExecuteAsync(Actor actor, CancellationToken token)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin sees the deposits of all sellers.");
        await using var database = await factory.CreateDbContextAsync(token);
        var deposits = await database.DepositsAsync(IndianFormat.DayOf(clock.GetUtcNow()), tariffs.Value.Settings.GstPercent, token);
        var ids = database.DepositMovements.Select(movement => movement.SellerId).Distinct();
        var sellers = await database.Sellers.Where(seller => ids.Contains(seller.Id))
            .Select(seller => new { seller.Id, seller.LegalName, seller.CustomerId }).ToDictionaryAsync(seller => seller.Id, token);
        return
        [
            .. deposits.OrderByDescending(deposit => deposit.IsLow).ThenBy(deposit => deposit.LastsDays ?? long.MaxValue).ThenBy(deposit => deposit.Balance)
                .Select(deposit => new DepositRow(sellers[deposit.SellerId].LegalName, sellers[deposit.SellerId].CustomerId ?? "", deposit)),
        ];
    }
}

/// <summary>One seller's deposit in the list.</summary>
public sealed record DepositRow(string Seller, string CustomerId, Deposit Deposit);
