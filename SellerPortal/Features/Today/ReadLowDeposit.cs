using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Figures;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;

namespace SellerPortal.Features.Today;

/// <summary>Looks whether a seller's advance deposit runs out.</summary>
public sealed class ReadLowDeposit(IDbContextFactory<PortalDbContext> factory, Snapshot<TariffBook> tariffs, TimeProvider clock)
{
    /// <summary>The deposit when it is low; null when it is not, and for who has none.</summary>
    public async Task<Deposit?> ExecuteAsync(Actor actor, CancellationToken token)
    {
        if (actor is not { SellerId: { } seller, IsTest: false }) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.DepositAsync(seller, IndianFormat.DayOf(clock.GetUtcNow()), tariffs.Value.Settings.GstPercent, token) is { IsLow: true } low ? low : null;
    }
}
