using System.Security.Claims;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Api.Answers;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.PickupLocations;

/// <summary>GET /api/v1/pickup-locations: the places that a booking or a pickup can name, for systems.</summary>
internal static class LocationEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapApi("pickup-locations", "Pickups")
        .MapGet("/", ListAsync)
        .WithName("ListPickupLocations")
        .WithSummary("The places the seller sends from, the latest first; one of them is the default. A booking names one by its id, a pickup by its id or name.")
        .ForSellers(ApiScopes.Pickups)
        .Produces<ApiList<PickupLocationAnswer>>();

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, ClaimsPrincipal user, ReadLocations read, CancellationToken token)
    {
        var faults = new List<Problems.FieldFault>();
        var (count, place) = paging.Read(faults);
        if (faults.Count > 0) return Problems.Invalid(faults);

        // A seller has few of them, and all are read; their ids are in the order in which they were made.
        var wanted = (await read.ExecuteAsync(user.ToActor(), token)).OrderByDescending(location => location.Id).Where(location => place is null || location.Id < place.Value.Id).Take(count + 1).ToList();
        var (rows, next) = wanted.Cut(count, location => new ListPlace(DateTimeOffset.UnixEpoch, location.Id));
        return Results.Json(new ApiList<PickupLocationAnswer>([.. rows.Select(PickupLocationAnswer.Of)], next?.ToString()), ApiJson.Options);
    }
}

/// <summary>A place the seller sends from.</summary>
/// <param name="Id">What a booking names as pickupLocationId.</param>
/// <param name="Name">What the seller calls it.</param>
/// <param name="Address">Where parcels are fetched.</param>
/// <param name="Office">The office that books for it; left out when there is none.</param>
/// <param name="Default">True for the one that is taken when nothing else is said.</param>
public sealed record PickupLocationAnswer(Guid Id, string Name, AddressAnswer Address, string? Office, bool Default)
{
    internal static PickupLocationAnswer Of(LocationRow row) => new(row.Id, row.Name, AddressAnswer.Of(row.Address), row.Office, row.IsDefault);
}
