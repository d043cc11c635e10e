using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Manifests;

namespace SellerPortal.Features.Manifests;

/// <summary>Who hands manifests over, open and closed.</summary>
internal static class ManifestSenders
{
    /// <summary>The sender of a manifest; what was closed before senders were kept has the seller as it is at present.</summary>
    public static async Task<ManifestSender> SenderAsync(this PortalDbContext database, Manifest manifest, CancellationToken token) =>
        manifest.ClosedAt is not null && await database.ManifestSenders.AsNoTracking().SingleOrDefaultAsync(sender => sender.ManifestId == manifest.Id, token) is { } kept
            ? kept
            : await database.OpenSenderAsync(manifest.Id, manifest.SellerId, token);

    /// <summary>What would be written down if the manifest were closed now.</summary>
    public static async Task<ManifestSender> OpenSenderAsync(this PortalDbContext database, ManifestId id, SellerId sellerId, CancellationToken token)
    {
        var seller = await database.Sellers.AsNoTracking().SingleAsync(seller => seller.Id == sellerId, token);
        var consignors = await database.OnOpen(id).OrderBy(shipment => shipment.BookedAt).ThenByDescending(shipment => shipment.Id).Select(shipment => shipment.Consignor).ToListAsync(token);
        var places = consignors.GroupBy(consignor => (consignor.Pincode, consignor.Line1, consignor.Line2)).OrderByDescending(place => place.Count()).ToList();
        return new ManifestSender
        {
            ManifestId = id,
            Name = seller.LegalName,
            Address = places is [var most, ..] ? most.First() : seller.PickupAddress,
            Places = Math.Max(places.Count, 1),
            CustomerId = seller.CustomerId,
            ContractNumber = seller.ContractNumber,
        };
    }
}
