using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using SellerPortal.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Platform.Api;
using SellerPortal.Resources;

namespace SellerPortal.Features.Pincodes;

/// <summary>POST /api/v1/serviceability: whether parcels go from one pincode to another, for many pairs.</summary>
internal static class ServiceabilityEndpoint
{
    /// <summary>The most pairs of one call.</summary>
    public const int Most = 1_000;

    private const int Longest = 256 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapApi("serviceability", "Pincodes")
        .MapPost("/", Check)
        .WithName("CheckServiceability")
        .WithSummary("Whether parcels are booked, fetched and delivered between pincodes; up to 1,000 pairs, each with its own result.")
        .WithExample("""
            { "pairs": [ { "fromPincode": "482001", "toPincode": "560001" } ] }
            """)
        .ForEverybody()
        .TakesUpTo(Longest)
        .Produces<ServiceabilityAnswer>();

    private static IResult Check(ApiBody<ServiceabilityRequest> body, Snapshot<PincodeDirectory> directory, IStringLocalizer<PincodeTexts> texts, IStringLocalizer<PincodesTexts> more)
    {
        var all = directory.Value;
        return Results.Json(new ServiceabilityAnswer([.. body.Value.Pairs.Select((pair, i) => PairAnswer.Of(all, pair, i, texts, more))]), ApiJson.Options);
    }
}

/// <summary>Pairs of pincodes.</summary>
public sealed record ServiceabilityRequest
{
    /// <summary>1 to 1,000 pairs.</summary>
    [MinLength(1)]
    [MaxLength(ServiceabilityEndpoint.Most)]
    public required IReadOnlyList<PincodePair> Pairs { get; init; }
}

/// <summary>From where, and where to.</summary>
public sealed record PincodePair
{
    [MaxLength(20)]
    public required string FromPincode { get; init; }

    [MaxLength(20)]
    public required string ToPincode { get; init; }
}

/// <summary>One result for each pair, in their order.</summary>
public sealed record ServiceabilityAnswer(IReadOnlyList<PairAnswer> Results);

/// <summary>Whether parcels go from one pincode to the other.</summary>
/// <param name="Index">The place of the pair in the call, from 0.</param>
/// <param name="Serviceable">True when they are booked at the one and delivered at the other.</param>
/// <param name="BookingOffice">Where they are booked, which can be the nearest office of another pincode.</param>
/// <param name="DeliveryOffice">Where they are delivered from.</param>
/// <param name="Fetched">True when an agent of the booking office fetches them.</param>
/// <param name="FromFault">Why nothing is booked at the one: a stable code.</param>
/// <param name="ToFault">Why nothing is delivered at the other.</param>
/// <param name="Detail">The first of them in a sentence.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record PairAnswer(
    int Index, bool Serviceable, string? BookingOffice, string? DeliveryOffice, bool Fetched, string? FromFault, string? ToFault, string? Detail, string? Remedy)
{
    internal static PairAnswer Of(PincodeDirectory directory, PincodePair pair, int index, IStringLocalizer<PincodeTexts> texts, IStringLocalizer<PincodesTexts> more)
    {
        var fromFault = directory.Check(pair.FromPincode, out var from);
        var toFault = directory.Check(pair.ToPincode, out var to);
        var booking = from is null ? null : directory.BookingOfficeFor(from.Pincode);
        var delivery = to is null ? null : directory.OfficesOf(to.Pincode).FirstOrDefault(office => office.Delivers);
        var fromCode = from is null ? CodeOf(fromFault) : booking is null ? "no_booking_office" : null;
        var toCode = to is null ? CodeOf(toFault) : delivery is null ? "no_delivery_office" : null;
        var (detail, remedy) = (from, to) switch
        {
            (null, _) => (texts.Fault(fromFault), Remedy(fromFault)),
            (_, null) => (texts.Fault(toFault), Remedy(toFault)),
            _ when booking is null => (more["NoBookingOffice"].Value, more["RemedyNoBookingOffice"].Value),
            _ when delivery is null => (more["NoDeliveryOffice"].Value, more["RemedyNoDeliveryOffice"].Value),
            _ => default((string?, string?)),
        };
        return new PairAnswer(index, booking is not null && delivery is not null, booking?.Office.Name, delivery?.Name, booking is not null, fromCode, toCode, detail, remedy);

        string Remedy(PincodeFault fault) => fault == PincodeFault.NotInDirectory ? more["SearchForPin"] : more["PinRemedy"];
    }

    private static string CodeOf(PincodeFault fault) => $"pincode_{JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.ToString())}";
}
