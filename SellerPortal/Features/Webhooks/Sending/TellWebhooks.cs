using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Bulk;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// Writes messages about changes of shipments, in the transaction that takes the changes away. One query for a portion of
/// changes finds that nobody is to be told, which is the usual answer.
/// </summary>
internal sealed class TellWebhooks(IBulkWriter bulk, TimeProvider time) : IShipmentChangeHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        var targets = await database.WebhookTargetsAsync([.. changes.Select(change => change.SellerId).Distinct()], token);
        if (targets.None) return;
        var told = changes.Where(change => targets.Has(change.SellerId)).ToList();
        var facts = await FactsAsync(database, told, token);
        var now = time.GetUtcNow();
        foreach (var change in told)
        {
            if (!facts.TryGetValue(change.ShipmentId, out var shipment)) continue;
            foreach (var type in WebhookEventTypes.Of(change))
            {
                targets.Write(change.SellerId, type, () => WebhookBodies.Shipment(type, change, shipment), now);
            }
        }

        if (targets.Messages.Count == 0) return;
        await bulk.InsertAsync(database, targets.Messages, token);
        await bulk.InsertAsync(database, targets.Deliveries, token);
    }

    private static async Task<Dictionary<ShipmentId, ShipmentFacts>> FactsAsync(PortalDbContext database, List<ShipmentChange> changes, CancellationToken token)
    {
        var ids = changes.Select(change => change.ShipmentId).Distinct().ToList();
        var rows = await database.Shipments.Where(shipment => ids.Contains(shipment.Id))
            .Select(shipment => new
            {
                shipment.Id,
                shipment.Article,
                shipment.Product,
                shipment.References.Order,
                shipment.References.GemContract,
                shipment.References.Invoice,
                shipment.Status,
                shipment.LastScanReason,
                shipment.DeliveryOffice,
                shipment.ExpectedFrom,
                shipment.ExpectedTo,
                shipment.BookedAt,
            })
            .ToListAsync(token);
        return rows.ToDictionary(row => row.Id, row => new ShipmentFacts
        {
            Article = row.Article,
            Product = row.Product.ToCode(),
            Order = row.Order,
            GemContract = row.GemContract,
            Invoice = row.Invoice,
            Reason = row.Status == ShipmentStatus.AttemptFailed ? row.LastScanReason : null,
            DeliveryOffice = row.DeliveryOffice,
            ExpectedFrom = row.ExpectedFrom,
            ExpectedTo = row.ExpectedTo,
            BookedAt = row.BookedAt,
        });
    }
}
