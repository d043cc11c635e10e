using SellerPortal.Domain.Access;
using SellerPortal.Platform.Api;

namespace SellerPortal.Features.Manifests;

/// <summary>/api/v1: the customer's declarations CDF-1 that go with parcels, for systems.</summary>
internal static class DeclarationApiEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapApi("shipments", "Shipments").MapGet("/{id:guid}/declaration", ManifestEndpoints.DeclarationAsync)
            .WithName("GetDeclaration")
            .WithSummary("The customer's declaration (form CDF-1) of a shipment, filled in, to be signed and handed over with it.")
            .ForSellers(ApiScopes.ShipmentsRead)
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf")
            .Refuses(StatusCodes.Status404NotFound);
        endpoints.MapApi("manifests", "Manifests").MapGet("/{id:guid}/declarations", ManifestEndpoints.DeclarationsAsync)
            .WithName("GetManifestDeclarations")
            .WithSummary("The customer's declarations (form CDF-1) of all parcels of a manifest in one file, in the order of its lines.")
            .ForSellers(ApiScopes.Manifests)
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }
}
