using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Shipments;

/// <summary>What an account sees first after signing in.</summary>
public sealed class ReadToday(IDbContextFactory<PortalDbContext> factory, ListShipments list)
{
    private const int Latest = 6;

    /// <summary>Counts, the latest shipments, and where the seller stands.</summary>
    public async Task<Today> ExecuteAsync(Actor actor, CancellationToken token) => new()
    {
        Seller = await SellerAsync(actor, token),
        Counts = await list.CountAsync(actor, token),
        Latest = await list.LatestAsync(actor, Latest, token),
    };

    private async Task<SellerStanding?> SellerAsync(Actor actor, CancellationToken token)
    {
        if (actor.SellerId is not { } id) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.Sellers.Where(seller => seller.Id == id)
            .Select(seller => new SellerStanding(seller.LegalName, seller.Status, seller.StatusReason, seller.RegisteredAt))
            .SingleOrDefaultAsync(token);
    }
}

/// <summary>The first page after signing in.</summary>
public sealed record Today
{
    /// <summary>Null for an account that belongs to no seller.</summary>
    public SellerStanding? Seller { get; init; }

    public required IReadOnlyDictionary<ShipmentTile, int> Counts { get; init; }

    public required IReadOnlyList<ShipmentRow> Latest { get; init; }
}

/// <summary>Where a seller stands with the Department.</summary>
public sealed record SellerStanding(string Name, SellerStatus Status, string? Reason, DateTimeOffset RegisteredAt);
