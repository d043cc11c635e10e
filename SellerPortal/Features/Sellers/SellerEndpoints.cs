using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Api.Answers;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Sellers;

/// <summary>/api/v1/sellers: a partner such as GeM registers sellers in the DoP system and sees how far they are.</summary>
internal static class SellerEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var sellers = endpoints.MapApi("sellers", "Sellers");
        sellers.MapPost("/", RegisterAsync)
            .WithName("RegisterSeller")
            .WithSummary("Register a seller in the DoP system; the Department then approves it. Partners only. In the test mode the end of the GeM id decides at once: -REJECT rejects, -CONTRACT approves with a contract, -WAIT leaves it waiting for half a minute and then approves it, so that a webhook made meanwhile hears of seller.approved; all others are approved.")
            .WithExample("""
                { "legalName": "Narmada Crafts", "gemSellerId": "GEM-482001-17", "email": "crafts@example.in", "gstin": "27AAPFU0939F1ZV",
                  "pickupAddress": { "mobile": "9826012345", "line1": "12 Ghat Road", "pincode": "482001" } }
                """)
            .ForKeys(ApiScopes.Sellers)
            .FindsItAgain()
            .Produces<SellerAnswer>(StatusCodes.Status201Created);
        sellers.MapGet("/", ListAsync)
            .WithName("ListSellers")
            .WithSummary("The sellers that the partner registered, the latest first.")
            .ForKeys(ApiScopes.Sellers)
            .Produces<ApiList<SellerAnswer>>();
        sellers.MapGet("/{id:guid}", OneAsync)
            .WithName("GetSeller")
            .WithSummary("One of the sellers that the partner registered.")
            .ForKeys(ApiScopes.Sellers)
            .Produces<SellerAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RegisterAsync(ApiBody<SellerRequest> body, IdempotencyKey key, ClaimsPrincipal user, PartnerSellers sellers, SellerWords words, CancellationToken token)
    {
        var faults = new List<SellerFault>();

        // The key is the partner's, whichever seller a header names beside it.
        var id = SellerId.OfKey(key.ToId(user.ToActor() with { SellerId = null }), user.IsInTestMode());
        if (await sellers.RegisterAsync(PartnerOf(user), id, body.Value.ToForm(), body.Value.Email, faults, token) is { } seller)
        {
            return Results.Json(SellerAnswer.Of(seller), ApiJson.Options, statusCode: StatusCodes.Status201Created).At($"{ApiRoutes.Root}/sellers/{seller.Id}");
        }

        return Problems.Invalid([.. faults.Select(fault => new Problems.FieldFault(
            PointerTo(fault.Field), $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.Field)}_{JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.Code)}", words.Sentence(fault), "Correct it and register again with the same key."))]);
    }

    private static async Task<IResult> ListAsync(
        string? status,
        [Description("The seller's id on GeM, as it was registered.")] string? gemSellerId,
        [AsParameters] ApiPaging paging,
        ClaimsPrincipal user,
        PartnerSellers sellers,
        CancellationToken token)
    {
        var faults = new List<Problems.FieldFault>();
        var (count, place) = paging.Read(faults);
        var wanted = ApiChoice.Read<SellerStatus>(status, "status", "There is no such status.", faults);
        if (gemSellerId?.Contains('\0', StringComparison.Ordinal) == true) faults.Add(new Problems.FieldFault("?gemSellerId", "nul_character", "The text has a NUL character in it, which stands for nothing.", "Leave it out."));
        if (faults.Count > 0) return Problems.Invalid(faults);
        var (found, next) = await sellers.FromAsync(PartnerOf(user), wanted, gemSellerId, place, count, token);
        return Results.Json(new ApiList<SellerAnswer>([.. found.Select(SellerAnswer.Of)], next?.ToString()), ApiJson.Options);
    }

    private static async Task<IResult> OneAsync(Guid id, ClaimsPrincipal user, PartnerSellers sellers, CancellationToken token) =>
        await sellers.FindAsync(PartnerOf(user), new SellerId(id), token) is { } seller
            ? Results.Json(SellerAnswer.Of(seller), ApiJson.Options)
            : Problems.NotFound("You have registered no such seller.", "Send the id that registering the seller answered with; GET /sellers lists them.");

    /// <summary>Only partners hold the scope.</summary>
    private static Guid PartnerOf(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(PortalClaims.Partner)!, CultureInfo.InvariantCulture);

    private static string PointerTo(string field) => field switch
    {
        nameof(SellerForm.Mobile) or nameof(SellerForm.ContactName) or nameof(SellerForm.Line1) or nameof(SellerForm.Line2) or nameof(SellerForm.Line3)
            or nameof(SellerForm.Pincode) or nameof(SellerForm.City) or nameof(SellerForm.State) => $"/pickupAddress/{JsonNamingPolicy.CamelCase.ConvertName(field)}",
        _ => $"/{JsonNamingPolicy.CamelCase.ConvertName(field)}",
    };
}

/// <summary>A seller to be registered. One of GSTIN, PAN and Udyam number is needed.</summary>
public sealed record SellerRequest
{
    /// <summary>The name the business is registered under.</summary>
    [MaxLength(SellerFormCheck.LongestLegalName)]
    public required string LegalName { get; init; }

    /// <summary>The seller's id on GeM.</summary>
    [MaxLength(SellerFormCheck.LongestGemSellerId)]
    public required string GemSellerId { get; init; }

    [MaxLength(SellerFormCheck.LongestEmail)]
    public required string Email { get; init; }

    [MaxLength(30)]
    public string? Gstin { get; init; }

    [MaxLength(20)]
    public string? Pan { get; init; }

    [MaxLength(30)]
    public string? Udyam { get; init; }

    public required PickupAddressRequest PickupAddress { get; init; }

    internal SellerForm ToForm() => new()
    {
        LegalName = LegalName,
        GemSellerId = GemSellerId,
        Gstin = Gstin,
        Pan = Pan,
        Udyam = Udyam,
        Mobile = PickupAddress.Mobile,
        ContactName = PickupAddress.ContactName,
        Line1 = PickupAddress.Line1,
        Line2 = PickupAddress.Line2,
        Line3 = PickupAddress.Line3,
        Pincode = PickupAddress.Pincode,
        City = PickupAddress.City,
        State = PickupAddress.State,
    };
}

/// <summary>Where parcels are fetched from.</summary>
public sealed record PickupAddressRequest : PostalAddressRequest
{
    /// <summary>The person parcels are fetched from; the legal name when left out.</summary>
    [MaxLength(200)]
    public string? ContactName { get; init; }
}

/// <summary>A seller as its partner sees it.</summary>
/// <param name="Id">The value of the header Portal-Seller in calls for this seller.</param>
/// <param name="GemSellerId">The seller's id on GeM.</param>
/// <param name="LegalName">The name the business is registered under.</param>
/// <param name="Status">Pending, Approved or Rejected.</param>
/// <param name="StatusReason">Why it was rejected.</param>
/// <param name="CustomerId">The DoP customer id, from the approval on.</param>
/// <param name="ContractNumber">The contract, for sellers with one.</param>
/// <param name="RegisteredAt">When it was registered.</param>
/// <param name="PickupAddress">Where parcels are fetched from.</param>
public sealed record SellerAnswer(
    Guid Id, string GemSellerId, string LegalName, SellerStatus Status, string? StatusReason, string? CustomerId, string? ContractNumber, DateTimeOffset RegisteredAt, AddressAnswer PickupAddress)
{
    internal static SellerAnswer Of(Seller seller) => new(
        seller.Id.Value, seller.GemSellerId, seller.LegalName, seller.Status, seller.StatusReason, seller.CustomerId, seller.ContractNumber, seller.RegisteredAt, AddressAnswer.Of(seller.PickupAddress));
}
