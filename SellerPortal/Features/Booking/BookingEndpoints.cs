using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Booking;

/// <summary>POST /api/v1/shipments and /shipments/batch: what the booking page does, for systems.</summary>
internal static class BookingEndpoints
{
    // 1,000 parcels with long addresses, every letter of an Indian script written as \uXXXX.
    private const int LongestBatch = 8 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var shipments = endpoints.MapApi("shipments", "Shipments");
        shipments.MapPost("/", BookAsync)
            .WithName("BookShipment")
            .WithSummary("Book a parcel: it gets its article number and its price, or it is not booked at all.")
            .WithExample("""
                { "productCode": "SP_PARCEL", "weightGrams": 1250, "contents": "School globes", "order": "ORD-1",
                  "consignee": { "name": "The Principal", "company": "Kendriya Vidyalaya", "line1": "Sector 4, Bhilai Road", "pincode": "560001", "mobile": "9826054321" } }
                """)
            .ForSellers(ApiScopes.ShipmentsWrite)
            .RepeatsByItself()
            .Produces<BookingAnswer>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status503ServiceUnavailable);
        shipments.MapPost("/batch", BookManyAsync)
            .WithName("BookShipments")
            .WithSummary("Book up to 1,000 parcels, each with its own result; with validate=true nothing is changed.")
            .WithExample("""
                { "shipments": [ { "productCode": "SP_PARCEL", "weightGrams": 1250, "contents": "School globes", "order": "ORD-1",
                                   "consignee": { "name": "The Principal", "company": "Kendriya Vidyalaya", "line1": "Sector 4, Bhilai Road", "pincode": "560001", "mobile": "9826054321" } } ] }
                """)
            .ForSellers(ApiScopes.ShipmentsWrite)
            .FindsItAgain()
            .TakesUpTo(LongestBatch)
            .Produces<BatchAnswer>();
    }

    private static async Task<IResult> BookAsync(
        ApiBody<BookingRequest> body, IdempotencyKey key, ClaimsPrincipal user, BookShipment book, Snapshot<PincodeDirectory> directory, HttpResponse response, CancellationToken token)
    {
        var actor = user.ToActor();
        var result = await book.ExecuteAsync(actor, body.Value.ToInput(key.ToId(actor)).WithCityOf(directory.Value), token, key.Text);

        // Booked before at another price than this call agrees to: it asks for something else.
        if (result is BookingResult.Booked { Shipment: var before } && body.Value.ExpectedTotalPaise is { } expected && expected != before.Total.Paise) return Problems.KeyUsed();
        if (result is not BookingResult.Booked { Shipment: var shipment }) return BookingProblem.Of(result);

        // Whoever asks again is told of the shipment as it was booked, and so with the version of then.
        ApiVersion.Tag(response, Shipment.FirstVersionOf(shipment.Id));
        return Results.Json(BookingAnswer.Of(shipment), ApiJson.Options, statusCode: StatusCodes.Status201Created).At($"{ApiRoutes.Root}/shipments/{shipment.Id}");
    }

    private static async Task<IResult> BookManyAsync(
        ApiBatch<BatchRequest, BookingRequest> body, IdempotencyKey key, ClaimsPrincipal user, BookBatch book, bool? validate, CancellationToken token)
    {
        var actor = user.ToActor();
        var readable = body.Items.Index().Where(entry => entry.Item.Value is not null).ToList();
        var results = await book.ExecuteAsync(actor, readable.ConvertAll(entry => entry.Item.Value!.ToInput(key.ToId(actor, entry.Index + 1))), validate ?? false, token);
        key.HasChangedNothing = !results.Any(result => result is BookingResult.Booked);
        var items = body.Items.Select((entry, i) => BatchItem.Unreadable(i, entry.Faults)).ToArray();
        for (var i = 0; i < readable.Count; i++) items[readable[i].Index] = BatchItem.Of(results[i], readable[i].Index);
        return Results.Json(new BatchAnswer(items), ApiJson.Options);
    }
}

/// <summary>Parcels to be booked.</summary>
public sealed record BatchRequest
{
    /// <summary>1 to 1,000 parcels.</summary>
    [MinLength(1)]
    [MaxLength(BookBatch.Most)]
    [EachItsOwn]
    public required IReadOnlyList<BookingRequest> Shipments { get; init; }
}

/// <summary>What became of a batch.</summary>
/// <param name="Results">One for each parcel, in their order.</param>
public sealed record BatchAnswer(IReadOnlyList<BatchItem> Results);

/// <summary>What became of one parcel of a batch.</summary>
/// <param name="Index">Its place in the call, from 0.</param>
/// <param name="Outcome">Booked, Valid or Refused.</param>
/// <param name="Shipment">What was booked.</param>
/// <param name="Problem">Why it was refused.</param>
public sealed record BatchItem(int Index, BatchOutcome Outcome, BookingAnswer? Shipment, ItemProblem? Problem)
{
    /// <summary>One that has another shape than a booking.</summary>
    internal static BatchItem Unreadable(int index, IReadOnlyList<Problems.FieldFault> faults) => new(index, BatchOutcome.Refused, Shipment: null, BookingProblem.OfItem(faults));

    internal static BatchItem Of(BookingResult? result, int index) => result switch
    {
        null => new(index, BatchOutcome.Valid, Shipment: null, Problem: null),
        BookingResult.Booked booked => new(index, BatchOutcome.Booked, BookingAnswer.Of(booked.Shipment), Problem: null),
        _ => new(index, BatchOutcome.Refused, Shipment: null, BookingProblem.OfItem(result)),
    };
}

/// <summary>What became of one parcel of a batch.</summary>
public enum BatchOutcome
{
    /// <summary>It is booked.</summary>
    Booked,

    /// <summary>It could be booked, and was only validated.</summary>
    Valid,

    /// <summary>It was not booked.</summary>
    Refused,
}
