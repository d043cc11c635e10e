using System.Security.Claims;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Cancellations;

/// <summary>POST /api/v1/shipments/{id}/cancellation: voids a parcel that was not dispatched, calls back one that was.</summary>
internal static class CancellationEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapApi("shipments", "Shipments")
        .MapPost("/{id:guid}/cancellation", CancelAsync)
        .WithName("CancelShipment")
        .WithSummary("Cancel: before dispatch the booking is void and refunded, on its way the parcel is called back for a fee. The answer says which.")
        .WithExample("""
            { "recall": true }
            """)
        .ForSellers(ApiScopes.ShipmentsWrite)
        .FindsItAgain()
        .Produces<CancellationAnswer>()
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed, StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> CancelAsync(
        Guid id, ApiBody<CancellationRequest> body, IdempotencyKey key, ClaimsPrincipal user, HttpRequest request, CancelShipments cancel, RecallShipment recall, ReadCandidates read, CancellationToken token)
    {
        var actor = user.ToActor();
        var shipment = new ShipmentId(id);
        Guid? seen = null;

        // An attempt that broke off may have cancelled it, and so have changed the version.
        if (!key.IsResumed && ApiVersion.IsNamed(request))
        {
            if (await read.ExecuteAsync(actor, [shipment], token) is not [var present]) return Problems.NoSuchShipment();
            if (ApiVersion.Refuse(request, present.Version, out seen) is { } stale) return stale;
        }

        switch ((await cancel.ExecuteAsync(actor, [shipment], token, seen))[0])
        {
            case CancelResult.ChangedMeanwhile:
                return Problems.PreconditionFailed();
            case CancelResult.Cancelled done:
                return Results.Json(new CancellationAnswer(CancellationKind.Void, done.Refund.Paise, FeePaise: null, TaxPaise: null, TotalPaise: null), ApiJson.Options);
            case CancelResult.NotFound:
                return Problems.NoSuchShipment();
            case CancelResult.Refused { Reason: not ActRefusal.Dispatched } refused when !(key.IsResumed && body.Value.Recall == true):
                return Refuse(refused.Reason);
            case CancelResult.Refused when body.Value.Recall != true:
                return await DispatchedAsync(actor, shipment, recall, read, token);
            case CancelResult.Failed:
                return Problems.Unavailable("try_again", "The database did not answer.", "Ask again with the same Idempotency-Key.");
        }

        // A call that broke off may have called the parcel back, and the parcel may have turned round meanwhile.
        return await recall.ExecuteAsync(actor, shipment, token, key.IsResumed, seen) switch
        {
            RecallResult.Requested requested => Results.Json(Answer(requested.Price), ApiJson.Options),
            RecallResult.ChangedMeanwhile => Problems.PreconditionFailed(),
            RecallResult.Refused { Reason: ActRefusal.NotDispatched } => Problems.Conflict("try_again", "The parcel moved at this moment.", "Ask again."),
            RecallResult.Refused refused => Refuse(refused.Reason),
            RecallResult.NoFee => Problems.Unavailable("no_recall_fee", "No fee for a recall is loaded.", "Ask again when the Department has loaded it."),
            _ => Problems.NoSuchShipment(),
        };
    }

    /// <summary>Says what the recall would cost before it is asked for.</summary>
    private static async Task<IResult> DispatchedAsync(Actor actor, ShipmentId id, RecallShipment recall, ReadCandidates read, CancellationToken token)
    {
        const string Detail = "The parcel has left the office of booking.";
        const string Remedy = "Send recall: true to call it back for a fee.";
        var price = (await read.ExecuteAsync(actor, [id], token)) is [var parcel] ? recall.PriceOf(parcel.Price) : null;
        return price is null
            ? Problems.Conflict("dispatched", Detail, Remedy)
            : Problems.Conflict("dispatched", Detail, Remedy, ("feePaise", price.Fee.Paise), ("taxPaise", price.Tax.Paise), ("totalPaise", price.Total.Paise));
    }

    private static CancellationAnswer Answer(RecallPrice price) => new(CancellationKind.Recall, RefundPaise: null, price.Fee.Paise, price.Tax.Paise, price.Total.Paise);

    private static IResult Refuse(ActRefusal reason) => reason switch
    {
        ActRefusal.OutForDelivery => Problems.Conflict("out_for_delivery", "The parcel was taken out for delivery and can no longer be called back.", "Ask the consignee to refuse it, or wait for the outcome of the delivery."),
        ActRefusal.Delivered => Problems.Conflict("delivered", "The parcel is delivered.", "Book its way back with returnOf."),
        ActRefusal.Returning => Problems.Conflict("returning", "The parcel is on its way back already.", "Wait until it is back."),
        ActRefusal.Returned => Problems.Conflict("returned", "The parcel was delivered back to the sender.", "Book it anew to send it again."),
        ActRefusal.RecallRequested => Problems.Conflict("recall_requested", "The parcel was called back before.", "Wait until it is back."),
        _ => Problems.Conflict("not_possible", "The parcel can neither be voided nor called back now.", "Read it again: its status says what can be done."),
    };
}

/// <summary>How a parcel is to be cancelled.</summary>
public sealed record CancellationRequest
{
    /// <summary>True to call it back for a fee when it has left the office of booking.</summary>
    public bool? Recall { get; init; }
}

/// <summary>How a parcel was cancelled.</summary>
/// <param name="Kind">Void or Recall.</param>
/// <param name="RefundPaise">What is paid back for a void booking.</param>
/// <param name="FeePaise">What the recall costs, before tax.</param>
/// <param name="TaxPaise">The tax on the fee.</param>
/// <param name="TotalPaise">What the recall costs, with tax.</param>
public sealed record CancellationAnswer(CancellationKind Kind, long? RefundPaise, long? FeePaise, long? TaxPaise, long? TotalPaise);

/// <summary>How a parcel was cancelled.</summary>
public enum CancellationKind
{
    /// <summary>It was not dispatched: the booking is void.</summary>
    Void,

    /// <summary>It is on its way: it is called back and ends as returned.</summary>
    Recall,
}
