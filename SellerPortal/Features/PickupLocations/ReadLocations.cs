using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Features.PickupLocations;

/// <summary>Reads where a seller sends from, the default location first.</summary>
public sealed class ReadLocations(IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory)
{
    /// <returns>None for an account without a seller.</returns>
    public async Task<IReadOnlyList<LocationRow>> ExecuteAsync(Actor actor, CancellationToken token)
    {
        if (actor.SellerId is not { } id) return [];
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == id, token) is not { } seller) return [];
        var locations = await SellerLocations.OfAsync(database, seller, token);
        return
        [
            .. locations.Select(location => new LocationRow(
                location.Id,
                location.Name,
                location.AddressFor(seller),
                directory.Value.BookingOfficeFor(location.AddressFor(seller).Pincode)?.Office.Name,
                location.IsDefault,
                location.IsDefault ? seller.Version : location.Version)),
        ];
    }
}

/// <summary>A place the seller sends from.</summary>
/// <param name="Id">The seller's own id for a default location that was never named.</param>
/// <param name="Name">What the seller calls it.</param>
/// <param name="Address">Where parcels are fetched.</param>
/// <param name="Office">The office that books for it; null when there is none.</param>
/// <param name="IsDefault">True for the one that is taken when nothing else is said.</param>
/// <param name="Version">What a change must name; of the default location the seller's, because its address stands there.</param>
public sealed record LocationRow(Guid Id, string Name, PostalAddress Address, string? Office, bool IsDefault, Guid Version);
