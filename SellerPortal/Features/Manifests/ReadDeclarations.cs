using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Printing.Manifests;

namespace SellerPortal.Features.Manifests;

/// <summary>Reads what stands on customer declarations.</summary>
public sealed class ReadDeclarations(IDbContextFactory<PortalDbContext> databases)
{
    /// <summary>Ids that one statement names.</summary>
    private const int Portion = 500;

    /// <summary>The declaration of one shipment; null when it does not exist for the actor.</summary>
    public async Task<DeclarationContent?> OneAsync(Actor actor, ShipmentId id, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        var shipment = await database.Shipments.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(shipment => shipment.Id == id, token);
        return shipment is null ? null : Of(shipment);
    }

    /// <summary>The declarations of a manifest in the order of its lines, read in portions.</summary>
    public async IAsyncEnumerable<DeclarationContent> OfAsync(IReadOnlyList<ShipmentId> lines, [EnumeratorCancellation] CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        foreach (var portion in lines.Chunk(Portion))
        {
            var shipments = await database.Shipments.AsNoTracking().Where(shipment => portion.Contains(shipment.Id)).ToDictionaryAsync(shipment => shipment.Id, token);
            foreach (var id in portion)
            {
                if (shipments.TryGetValue(id, out var shipment)) yield return Of(shipment);
            }
        }
    }

    private static DeclarationContent Of(Shipment shipment) => new()
    {
        Article = shipment.Article,
        Product = shipment.Product,
        Sender = shipment.Consignor,
        Addressee = shipment.Consignee,
        Contents = shipment.Parcel.Contents,
        Value = shipment.Parcel.DeclaredValueRupees is { } rupees ? Money.FromRupees(rupees) : null,
        Weight = new Weight(shipment.Parcel.WeightGrams),
        BookingOffice = $"{shipment.BookingOffice} {shipment.BookingPincode}",
        ByAir = shipment.Product.Mode() == TransportMode.Air,
    };
}
