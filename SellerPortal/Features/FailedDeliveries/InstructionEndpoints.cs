using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>/api/v1/shipments/{id}/instructions: what the page of a failed delivery does, for systems.</summary>
internal static class InstructionEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var shipments = endpoints.MapApi("shipments", "Shipments");
        shipments.MapPost("/{id:guid}/instructions", GiveAsync)
            .WithName("GiveInstruction")
            .WithSummary("Tell the office what to do with a parcel that it could not deliver, holds, or has not scanned for days. An instruction that is open is replaced.")
            .WithExample("""
                { "kind": "CorrectPhone", "mobile": "9826054322" }
                """)
            .ForSellers(ApiScopes.ShipmentsWrite)
            .FindsItAgain()
            .Produces<InstructionAnswer>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed);
        shipments.MapGet("/{id:guid}/instructions", ReadAsync)
            .WithName("ListInstructions")
            .WithSummary("What was asked of the office, the latest first, how each ended, and what can be asked now; the ETag is that of the shipment, which another instruction may name.")
            .ForSellers(ApiScopes.ShipmentsRead)
            .Produces<InstructionsAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> GiveAsync(
        Guid id, ApiBody<InstructionRequest> body, IdempotencyKey key, ClaimsPrincipal user, HttpContext http, GiveInstruction give, ReadFailures read, IStringLocalizer<FailedDeliveriesTexts> texts, CancellationToken token)
    {
        var actor = user.ToActor();
        var shipment = new ShipmentId(id);
        var made = key.ToId(actor);
        Guid? seen = null;

        // An attempt that broke off may have given it, and so have changed the version.
        if (!key.IsResumed && ApiVersion.IsNamed(http.Request))
        {
            if (await read.OneAsync(actor, shipment, token) is not { } present) return Problems.NoSuchShipment();
            if (ApiVersion.Refuse(http.Request, present.Row.Version, out seen) is { } stale) return stale;
        }

        switch (await give.ExecuteAsync(actor, shipment, body.Value.ToInput(), token, made, seen))
        {
            case InstructionResult.ChangedMeanwhile:
                return Problems.PreconditionFailed();
            case InstructionResult.Given when await read.OneAsync(actor, shipment, token) is { } detail:
                // Without one of its own the call asked for what was asked before and is still open.
                var given = detail.Instructions.FirstOrDefault(one => one.Id == made) ?? detail.Instructions[0];
                ApiVersion.Tag(http.Response, detail.Row.Version);
                return Results.Json(InstructionAnswer.Of(given), ApiJson.Options, statusCode: StatusCodes.Status201Created).At($"{ApiRoutes.Root}/shipments/{id}/instructions");
            case InstructionResult.Faulty faulty:
                return Problems.Invalid([.. faulty.Faults.Select(fault => FaultOf(fault, texts))]);
            case InstructionResult.Refused refused:
                return Problems.Conflict($"instruction_{CodeOf(refused.Reason.ToString())}", texts[$"Refused{refused.Reason}"], texts[$"RefusedRemedy{refused.Reason}"]);
            default:
                return Problems.NoSuchShipment();
        }
    }

    private static async Task<IResult> ReadAsync(Guid id, ClaimsPrincipal user, HttpResponse response, ReadFailures read, CancellationToken token)
    {
        if (await read.OneAsync(user.ToActor(), new ShipmentId(id), token) is not { } detail) return Problems.NoSuchShipment();
        ApiVersion.Tag(response, detail.Row.Version);
        return Results.Json(InstructionsAnswer.Of(detail), ApiJson.Options);
    }

    /// <summary>The sentences of the page say what to do; what is wrong is said by the code.</summary>
    private static Problems.FieldFault FaultOf(InstructionFault fault, IStringLocalizer<FailedDeliveriesTexts> texts) => new(
        PointerTo(fault), CodeOf(fault.ToString()), "The instruction cannot be given with this value.", texts[$"Fault{fault}"]);

    private static string PointerTo(InstructionFault fault) => fault switch
    {
        InstructionFault.DayMissing or InstructionFault.DayPast or InstructionFault.DayTooFar or InstructionFault.DayAfterKept or InstructionFault.DayWithoutDelivery => "/deliverOn",
        InstructionFault.MobileMalformed or InstructionFault.MobileSame => "/mobile",
        InstructionFault.NameMissing or InstructionFault.NameLength => "/address/name",
        InstructionFault.CompanyLength => "/address/company",
        InstructionFault.LinesMissing or InstructionFault.LinesTooLong => "/address/line1",
        InstructionFault.CityMissing or InstructionFault.CityLength => "/address/city",
        InstructionFault.PincodeMalformed or InstructionFault.PincodeUnknown or InstructionFault.PincodeNoDelivery => "/pincode",
        InstructionFault.AddressSame => "/address",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "There is no such fault."),
    };

    internal static string CodeOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
