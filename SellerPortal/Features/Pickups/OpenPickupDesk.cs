using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Features.Pickups;

/// <summary>Reads what somebody needs who is about to ask for a pickup.</summary>
public sealed class OpenPickupDesk(IDbContextFactory<PortalDbContext> factory, PickupDesk desk)
{
    /// <summary>Ids that one statement names.</summary>
    private const int Portion = 500;

    /// <summary>Where, who comes, when, and how many parcels; null for an account without a seller.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="ids">The parcels; null for all that wait for no pickup.</param>
    /// <param name="token">Stops the reading.</param>
    public async Task<PickupDeskView?> ExecuteAsync(Actor actor, IReadOnlyCollection<ShipmentId>? ids, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var seller = await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == actor.SellerId, token);
        if (seller is null) return null;
        var free = database.Shipments.AsNoTracking().Where(shipment => shipment.SellerId == seller.Id).WithoutPickup();
        var waiting = await free.CountAsync(token);
        var chosen = ids is null ? waiting : 0;
        foreach (var portion in ids?.Distinct().Chunk(Portion) ?? []) chosen += await free.CountAsync(shipment => portion.Contains(shipment.Id), token);
        var office = desk.OfficeFor(seller.PickupAddress.Pincode);
        var days = office is null ? [] : PickupDays.Of(await desk.PlanAsync(database, office.Office.Pincode, office.Office.Name, token), desk);
        return new PickupDeskView(seller.PickupAddress, office, days, chosen, (ids?.Distinct().Count() ?? waiting) - chosen, waiting, desk.Rules.MinimumParcels);
    }
}

/// <summary>What somebody needs who asks for a pickup.</summary>
/// <param name="Address">Where the parcels are.</param>
/// <param name="Office">The office whose agent comes; null when none serves the pincode.</param>
/// <param name="Days">The days to choose from.</param>
/// <param name="Parcels">The parcels that would be fetched.</param>
/// <param name="LeftOut">Those of the chosen that cannot be: fetched, cancelled or on a pickup already, or of somebody else.</param>
/// <param name="Waiting">All that wait for no pickup.</param>
/// <param name="Minimum">The fewest parcels of a pickup.</param>
public sealed record PickupDeskView(
    PostalAddress Address, BookingOffice? Office, IReadOnlyList<PickupDay> Days, int Parcels, int LeftOut, int Waiting, int Minimum);
