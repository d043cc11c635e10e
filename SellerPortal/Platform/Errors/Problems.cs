using System.Globalization;

namespace SellerPortal.Platform.Errors;

/// <summary>
/// Answers for what went wrong, as problem details (RFC 9457): a stable code, the field, the reason and the remedy.
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
        extensions: Extensions("invalid", ("errors", faults)));

    /// <summary>403: the account's role does not do this.</summary>
    public static IResult NotAllowed(string detail) => Results.Problem(
        title: "Not allowed.",
        detail: detail,
        statusCode: StatusCodes.Status403Forbidden,
        extensions: Extensions("not_allowed"));

    /// <summary>404: it does not exist, or not for the caller.</summary>
    public static IResult NotFound(string detail) => Results.Problem(
        title: "Not found.",
        detail: detail,
        statusCode: StatusCodes.Status404NotFound,
        extensions: Extensions("not_found"));

    /// <summary>409: the step is not possible in the present state.</summary>
    public static IResult Conflict(string code, string detail) => Results.Problem(
        title: "Not possible in the present state.",
        detail: detail,
        statusCode: StatusCodes.Status409Conflict,
        extensions: Extensions(code));

    /// <summary>413: more was sent than one call takes.</summary>
    public static IResult TooLarge(string detail) => Results.Problem(
        title: "Too much in one call.",
        detail: detail,
        statusCode: StatusCodes.Status413PayloadTooLarge,
        extensions: Extensions("too_large"));

    /// <summary>429: asked too often.</summary>
    public static IResult TooMany(int retryAfterSeconds) => Results.Problem(
        title: "Too many requests.",
        detail: string.Create(CultureInfo.InvariantCulture, $"Wait {retryAfterSeconds} seconds, then try again."),
        statusCode: StatusCodes.Status429TooManyRequests,
        extensions: Extensions("too_many_requests"));

    private static Dictionary<string, object?> Extensions(string code, params ReadOnlySpan<(string Key, object? Value)> more)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code };
        foreach (var (key, value) in more) extensions[key] = value;
        return extensions;
    }
}
