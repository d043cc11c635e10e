using System.Security.Claims;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.TestMode;

/// <summary>POST /api/v1/test/shipments/{id}/scans: the next scan of a parcel of the test mode, without waiting for it.</summary>
internal static class TestScanEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapApi("test", "Test mode")
        .MapPost("/shipments/{id:guid}/scans", ScanAsync)
        .WithName("SimulateScan")
        .WithSummary("With a key of the test mode: the next scan of a parcel now. Without this call the first comes after 10 minutes or with a pickup, the others after 30 seconds. An order number that ends in -FAIL fails at its first delivery, one that ends in -RETURN comes back.")
        .ForSellers(ApiScopes.ShipmentsWrite)
        .Produces<TestScanAnswer>()
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<IResult> ScanAsync(Guid id, IdempotencyKey _, ClaimsPrincipal user, SimulateScan simulate, CancellationToken token) =>
        await simulate.ExecuteAsync(user.ToActor(), new ShipmentId(id), token) switch
        {
            SimulatedScan.Given { Scan: var scan } => Results.Json(
                new TestScanAnswer(scan.Article, scan.Code, EventCodes.StatusOf(scan.Code, scan.Description)!.Value, scan.Office, scan.OccurredAt), ApiJson.Options),
            SimulatedScan.Ended ended => Problems.Conflict("course_ended", $"The parcel is {ended.Status}; nothing more happens to it.", "Book another parcel to try with."),
            SimulatedScan.NotTest => Problems.Forbidden("not_test", "Scans of real parcels are made by the post.", "Call with a key that begins with test_."),
            SimulatedScan.NotAllowed => Problems.NotAllowed("The account only reads.", "Use a key with the scope of this endpoint."),
            _ => Problems.NotFound("There is no such shipment in the test mode.", "Send the id that booking it with a test key answered with."),
        };
}

/// <summary>A scan that a parcel of the test mode was given.</summary>
/// <param name="Article">The article number.</param>
/// <param name="Code">The code of the feed.</param>
/// <param name="Status">The status it speaks of.</param>
/// <param name="Office">The office that is said to have scanned.</param>
/// <param name="OccurredAt">When; UTC.</param>
public sealed record TestScanAnswer(string Article, string Code, ShipmentStatus Status, string Office, DateTimeOffset OccurredAt);
