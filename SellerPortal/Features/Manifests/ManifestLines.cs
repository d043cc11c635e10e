using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Manifests;

/// <summary>The lines of manifests, open and closed.</summary>
internal static class ManifestLines
{
    /// <summary>The shipments of an open manifest.</summary>
    public static IQueryable<Shipment> OnOpen(this PortalDbContext database, ManifestId id) =>
        database.Shipments.Where(shipment => shipment.ManifestId == id && shipment.Status != ShipmentStatus.Cancelled);

    /// <summary>What would be written down if the manifest were closed now.</summary>
    public static Task<List<ManifestLine>> OpenLinesAsync(this PortalDbContext database, ManifestId id, CancellationToken token) =>
        OpenLinesAsync(database, id, 0, Manifest.MostParcels, token);

    /// <summary>Some lines of a manifest, from a place counted from 0.</summary>
    public static Task<List<ManifestLine>> LinesAsync(this PortalDbContext database, ManifestId id, bool closed, int skip, int take, CancellationToken token) => closed
        ? database.ManifestLines.AsNoTracking().Where(line => line.ManifestId == id && line.Position > skip).OrderBy(line => line.Position).Take(take).ToListAsync(token)
        : OpenLinesAsync(database, id, skip, take, token);

    private static async Task<List<ManifestLine>> OpenLinesAsync(PortalDbContext database, ManifestId id, int skip, int take, CancellationToken token)
    {
        var rows = await database.OnOpen(id)
            .OrderBy(shipment => shipment.BookedAt).ThenByDescending(shipment => shipment.Id)
            .Skip(skip).Take(take)
            .Select(shipment => new { shipment.Id, shipment.Article, shipment.Product, shipment.Consignee.Name, shipment.Consignee.City, shipment.Consignee.Pincode, shipment.Parcel.WeightGrams })
            .ToListAsync(token);
        return
        [
            .. rows.Select((row, i) => new ManifestLine
            {
                ManifestId = id,
                Position = skip + i + 1,
                ShipmentId = row.Id,
                Article = row.Article,
                Product = row.Product,
                Receiver = row.Name,
                City = row.City,
                Pincode = row.Pincode,
                Grams = row.WeightGrams,
            }),
        ];
    }
}
