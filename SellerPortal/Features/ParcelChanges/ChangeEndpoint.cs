using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Api.Answers;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ParcelChanges;

/// <summary>PATCH /api/v1/shipments/{id}: what the page of changes does, for systems.</summary>
internal static class ChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapApi("shipments", "Shipments")
        .MapPatch("/{id:guid}", ChangeAsync)
        .WithName("ChangeShipment")
        .WithSummary("Correct a booked parcel as far as its status allows; name its ETag in If-Match so that nobody's change is lost.")
        .WithExample("""
            { "consignee": { "mobile": "9826054322" }, "order": "ORD-1A" }
            """)
        .ForSellers(ApiScopes.ShipmentsWrite)
        .Produces<ShipmentAnswer>()
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);

    private static async Task<IResult> ChangeAsync(
        Guid id, ApiBody<ChangeRequest> body, ClaimsPrincipal user, HttpContext http, ReadChangeable read, ChangeParcel change, IDbContextFactory<PortalDbContext> factory, CancellationToken token)
    {
        var actor = user.ToActor();
        if (await read.ExecuteAsync(actor, new ShipmentId(id), token) is not { } parcel) return Problems.NoSuchShipment();
        if (ApiVersion.Refuse(http.Request, parcel.Version, out var seen) is { } stale) return stale;
        switch (await change.ExecuteAsync(actor, parcel.Id, body.Value.On(parcel.Facts), parcel.Facts, token, seen))
        {
            case ChangeResult.Faulty faulty:
                return BookingProblems.Invalid(faulty.Faults);
            case ChangeResult.TooLate late:
                return Problems.Conflict("too_late", $"What you change cannot be changed any more at the stage {late.Stage}.", "Before the parcel is handed over change everything but what makes the price; on its way the contact and the references.");
            case ChangeResult.ChangedMeanwhile:
                return Problems.PreconditionFailed();
            case ChangeResult.NotFound:
                return Problems.NoSuchShipment();
        }

        await using var database = await factory.CreateDbContextAsync(token);
        var shipment = await database.Shipments.AsNoTracking().SingleAsync(shipment => shipment.Id == parcel.Id && shipment.SellerId == actor.SellerId, token);
        ApiVersion.Tag(http.Response, shipment.Version);
        return Results.Json(ShipmentAnswer.Of(shipment), ApiJson.Options);
    }
}
