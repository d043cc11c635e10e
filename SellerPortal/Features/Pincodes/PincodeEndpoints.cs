using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerPortal.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Addresses.Search;
using SellerPortal.Platform;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;
using SellerPortal.Resources;

namespace SellerPortal.Features.Pincodes;

/// <summary>The open API: one pincode, and search as you type.</summary>
internal static class PincodeEndpoints
{
    private const int MostOffices = 50;

    public static void MapPincodeEndpoints(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/v1/pincodes").AllowAnonymous().RequireRateLimiting(RateLimits.Open).AddEndpointFilterFactory(KnownQuery.Filter).WithTags("Pincodes");
        group.MapGet("/{pin}", One)
            .WithName("GetPincode")
            .WithSummary("One pincode with its offices, bookable offices and DIGIPIN.")
            .Produces<PincodeResponse>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests);
        group.MapGet("/", Search)
            .WithName("SearchPincodes")
            .WithSummary("Offices by PIN prefix, or by words of office, taluk, district and state; one typing error a word is forgiven.")
            .Produces<SearchResponse>()
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status429TooManyRequests);
    }

    private static IResult One(string pin, LookUpPincode lookUp, IStringLocalizer<PincodeTexts> texts, IStringLocalizer<PincodesTexts> more)
    {
        var fault = lookUp.Execute(pin, out var view);
        return fault switch
        {
            PincodeFault.None => new CachedJson<PincodeResponse>(PincodeResponse.From(view!)),
            PincodeFault.NotInDirectory => Problems.NotFound(texts.Fault(fault), more["SearchForPin"]),
            _ => Problems.Invalid(new Problems.FieldFault("/pin", CodeOf(fault), texts.Fault(fault), more["PinRemedy"])),
        };
    }

    private static IResult Search(string? search, string? limit, Snapshot<PincodeDirectory> directory, IStringLocalizer<PincodesTexts> texts)
    {
        var count = 10;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > MostOffices))
        {
            return Problems.Invalid(new Problems.FieldFault("?limit", "out_of_range", texts["LimitRange", MostOffices], texts["LimitRemedy"]));
        }

        var answer = directory.Value.Search(search, count);
        if (answer.Remark == SearchRemark.Empty)
        {
            return Problems.Invalid(new Problems.FieldFault("?search", "search_empty", texts["RemarkEmpty"], texts["SearchRemedy"]));
        }

        return new CachedJson<SearchResponse>(new SearchResponse(
            [.. answer.Offices.Select(OfficeResponse.From)],
            answer.Remark == SearchRemark.None ? null : texts[$"Remark{answer.Remark}"].Value));
    }

    private static string CodeOf(PincodeFault fault) => fault switch
    {
        PincodeFault.Empty => "pincode_empty",
        PincodeFault.NotDigits => "pincode_not_digits",
        PincodeFault.OtherDigits => "pincode_other_digits",
        PincodeFault.NotSixDigits => "pincode_not_six_digits",
        PincodeFault.StartsWithZero => "pincode_starts_with_zero",
        _ => "pincode_invalid",
    };
}
