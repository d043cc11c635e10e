using System.Text.Json;
using System.Text.Json.Serialization;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Domain.Webhooks;

/// <summary>
/// Writes the bodies of messages: <c>{"type","timestamp","data"}</c> in snake case, thin on purpose. Names, addresses and
/// telephone numbers of addressees stay in the portal.
/// </summary>
public static class WebhookBodies
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>News of a shipment.</summary>
    public static string Shipment(string type, ShipmentChange change, ShipmentFacts facts) => Write(type, change.At, new
    {
        ShipmentId = change.ShipmentId.Value,
        facts.Article,
        facts.Product,
        facts.Order,
        facts.GemContract,
        facts.Invoice,
        change.Status,
        PreviousStatus = change.Before,
        Reason = change.Status == ShipmentStatus.AttemptFailed && facts.Reason is { } reason ? new { Code = ((int)reason).ToString("00", null), Name = Enum.IsDefined(reason) ? reason : NonDeliveryReason.Others } : null,
        facts.DeliveryOffice,
        facts.ExpectedFrom,
        facts.ExpectedTo,
        BookedAt = facts.BookedAt.UtcDateTime,
    });

    /// <summary>A step of a pickup. Of the agent it has the name; the number to ring is asked of the API.</summary>
    public static string Pickup(string type, PickupRequest pickup, PickupStep step) => Write(type, step.At, new
    {
        PickupId = pickup.Id.Value,
        pickup.State,
        step.Day,
        step.Slot,
        pickup.Parcels,
        pickup.Office,
        OfficePincode = pickup.OfficePincode.ToString(),
        Agent = pickup.AgentName is { } agent ? new { Name = agent } : null,
        step.Failure,
        step.Note,
    });

    /// <summary>A seller was admitted.</summary>
    public static string Approved(Seller seller, DateTimeOffset at) => Write(WebhookEventTypes.SellerApproved, at, new
    {
        SellerId = seller.Id.Value,
        seller.LegalName,
        seller.GemSellerId,
        seller.CustomerId,
        seller.ContractNumber,
    });

    /// <summary>A try of an endpoint.</summary>
    public static string Test(Guid endpoint, DateTimeOffset at) => Write(WebhookEventTypes.Test, at, new { EndpointId = endpoint });

    private static string Write<T>(string type, DateTimeOffset at, T data) => JsonSerializer.Serialize(new { type, timestamp = at.UtcDateTime, data }, Form);
}

/// <summary>What is told of a shipment besides its change.</summary>
public sealed record ShipmentFacts
{
    public required string Article { get; init; }

    /// <summary>The code of the product, such as <c>SP_PARCEL</c>.</summary>
    public required string Product { get; init; }

    public string? Order { get; init; }

    public string? GemContract { get; init; }

    public string? Invoice { get; init; }

    /// <summary>Why the last scan was no delivery; only while that is still the last one.</summary>
    public NonDeliveryReason? Reason { get; init; }

    public required string DeliveryOffice { get; init; }

    public DateOnly? ExpectedFrom { get; init; }

    public DateOnly? ExpectedTo { get; init; }

    public required DateTimeOffset BookedAt { get; init; }
}
