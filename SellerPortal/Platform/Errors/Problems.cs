using System.Globalization;

namespace SellerPortal.Platform.Errors;

/// <summary>
/// Answers for what went wrong, as problem details (RFC 9457): a stable code, the reason as detail, the remedy, and the fields that
/// are wrong with a reason and a remedy of their own.
/// </summary>
public static class Problems
{
    /// <summary>One thing wrong with one field.</summary>
    /// <param name="Pointer">JSON pointer to the field, such as <c>/weightGrams</c>; a query field starts with <c>?</c>.</param>
    /// <param name="Code">A stable code in lower case.</param>
    /// <param name="Reason">What is wrong, one sentence.</param>
    /// <param name="Remedy">What to do, one sentence.</param>
    public sealed record FieldFault(string Pointer, string Code, string Reason, string Remedy);

    /// <summary>400: fields that cannot be taken as they are.</summary>
    public static IResult Invalid(params IReadOnlyList<FieldFault> faults) => Results.Problem(
        title: "The request cannot be taken as it is.",
        detail: string.Join(' ', faults.Select(fault => fault.Reason)),
        type: "about:blank",
        statusCode: StatusCodes.Status400BadRequest,
        extensions: Extensions("invalid", "Correct what errors names, and send it again.", ("errors", faults)));

    /// <summary>403: the account's role does not do this.</summary>
    public static IResult NotAllowed(string detail, string remedy) => Forbidden("not_allowed", detail, remedy);

    /// <summary>404: it does not exist, or not for the caller.</summary>
    /// <param name="detail">What does not exist, one sentence.</param>
    /// <param name="remedy">What to do, one sentence.</param>
    public static IResult NotFound(string detail, string remedy) => Results.Problem(
        title: "Not found.",
        detail: detail,
        statusCode: StatusCodes.Status404NotFound,
        extensions: Extensions("not_found", remedy));

    /// <summary>404: there is no such shipment for the caller.</summary>
    public static IResult NoSuchShipment() => NotFound("There is no such shipment.", "Send the id that booking the shipment answered with; GET /shipments lists them.");

    /// <summary>409: the step is not possible in the present state.</summary>
    /// <param name="code">A stable code.</param>
    /// <param name="detail">What stands against it, one sentence.</param>
    /// <param name="remedy">What to do, one sentence.</param>
    /// <param name="more">What a program needs to go on.</param>
    public static IResult Conflict(string code, string detail, string remedy, params ReadOnlySpan<(string Key, object? Value)> more) => Results.Problem(
        title: "Not possible in the present state.",
        detail: detail,
        statusCode: StatusCodes.Status409Conflict,
        extensions: Extensions(code, remedy, more));

    /// <summary>401: nobody knows who calls.</summary>
    public static IResult Unauthorized(string detail, string remedy) => Results.Problem(
        title: "No valid access.",
        detail: detail,
        statusCode: StatusCodes.Status401Unauthorized,
        extensions: Extensions("no_key", remedy));

    /// <summary>403: the caller may not do this.</summary>
    public static IResult Forbidden(string code, string detail, string remedy) => Results.Problem(
        title: "Not allowed.",
        detail: detail,
        statusCode: StatusCodes.Status403Forbidden,
        extensions: Extensions(code, remedy));

    /// <summary>412: it was changed since the caller read it.</summary>
    public static IResult PreconditionFailed() => Results.Problem(
        title: "Changed meanwhile.",
        detail: "It is no longer as you read it.",
        statusCode: StatusCodes.Status412PreconditionFailed,
        extensions: Extensions("changed_meanwhile", "Read it again, and send the change with its new ETag."));

    /// <summary>422: an idempotency key stands for another wish.</summary>
    public static IResult KeyUsed() => Results.Problem(
        title: "Idempotency-Key used for something else.",
        detail: "A call with this Idempotency-Key asked for something else.",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: Extensions("idempotency_key_used", "Use a new key for each wish, and the same one only to ask again."));

    /// <summary>422: an idempotency key was answered so long ago that nobody can mean the same wish.</summary>
    public static IResult KeyEnded() => Results.Problem(
        title: "Idempotency-Key ended.",
        detail: "A call with this Idempotency-Key was answered more than two days ago.",
        statusCode: StatusCodes.Status422UnprocessableEntity,
        extensions: Extensions("idempotency_key_ended", "For a new wish use a new key; what the old one made can be read."));

    /// <summary>413: more was sent than one call takes.</summary>
    public static IResult TooLarge(string detail, string remedy) => Results.Problem(
        title: "Too much in one call.",
        detail: detail,
        statusCode: StatusCodes.Status413PayloadTooLarge,
        extensions: Extensions("too_large", remedy));

    /// <summary>429: asked too often.</summary>
    public static IResult TooMany(int retryAfterSeconds) => Results.Problem(
        title: "Too many requests.",
        detail: "More was asked in a minute than is allowed.",
        statusCode: StatusCodes.Status429TooManyRequests,
        extensions: Extensions("too_many_requests", string.Create(CultureInfo.InvariantCulture, $"Wait {retryAfterSeconds} seconds, then try again.")));

    /// <summary>503: not possible for now, whoever asks.</summary>
    public static IResult Unavailable(string code, string detail, string remedy) => Results.Problem(
        title: "Not possible for now.",
        detail: detail,
        statusCode: StatusCodes.Status503ServiceUnavailable,
        extensions: Extensions(code, remedy));

    /// <summary>An answer that would otherwise be a status without a word.</summary>
    public static IResult Bare(int status)
    {
        var (title, code, detail, remedy) = status switch
        {
            StatusCodes.Status400BadRequest => ("The request cannot be taken as it is.", "invalid", "A part of the address, the query or a header has another form than this endpoint takes.", "Compare the call with the reference at /api."),
            StatusCodes.Status404NotFound => ("Not found.", "not_found", "There is no such endpoint.", "Compare the address with the reference at /api."),
            StatusCodes.Status405MethodNotAllowed => ("Method not allowed.", "method_not_allowed", "The endpoint does not take this method.", "Use one that the header Allow names."),
            StatusCodes.Status413PayloadTooLarge => ("Too much in one call.", "too_large", "The body is longer than the endpoint takes.", "Send less in one call."),
            StatusCodes.Status415UnsupportedMediaType => ("Wrong content type.", "unsupported_media_type", "The endpoint does not take a body of this content type.", "Send the body as application/json."),
            < 500 => ("The request cannot be taken.", "refused", "The endpoint does not take this call.", "Compare the call with the reference at /api."),
            _ => ("The portal failed.", "internal", "The portal failed; it is not your call.", "Ask again with the same Idempotency-Key; nothing is done twice."),
        };
        return Results.Problem(title: title, detail: detail, statusCode: status, extensions: Extensions(code, remedy));
    }

    private static Dictionary<string, object?> Extensions(string code, string remedy, params ReadOnlySpan<(string Key, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code, ["remedy"] = remedy };
        foreach (var (key, value) in more) extensions[key] = value;
        return extensions;
    }
}
