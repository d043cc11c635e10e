using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>The most bytes that the body of an endpoint may have.</summary>
internal sealed record LongestBody(int Bytes)
{
    /// <summary>Enough for one of anything.</summary>
    public const int Usual = 64 * 1024;
}

/// <summary>A body that was read, or the answer that refuses it.</summary>
/// <param name="Value">What it was taken for; null when it was refused.</param>
/// <param name="Hash">SHA-256 of the bytes as they were sent.</param>
/// <param name="Refusal">The answer; null when it was taken.</param>
internal sealed record ReadBody<T>(T? Value, byte[] Hash, IResult? Refusal)
    where T : class;

/// <summary>Reads the body of a call strictly.</summary>
internal static class BodyReader
{
    /// <summary>Reads it.</summary>
    /// <param name="context">The call.</param>
    /// <param name="type">What it must have the shape of.</param>
    /// <param name="take">Makes of it what the endpoint is given.</param>
    public static async Task<ReadBody<T>> ReadAsync<T>(HttpContext context, Type type, Func<JsonElement, T> take)
        where T : class
    {
        var longest = context.GetEndpoint()?.Metadata.GetMetadata<LongestBody>()?.Bytes ?? LongestBody.Usual;
        var (bytes, tooLong) = await ReadAsync(context.Request, longest, context.RequestAborted);
        if (tooLong) return Refused<T>(Problems.TooLarge($"The body of this call has at most {longest / 1024} kB.", "Send less in one call, and the rest in further calls."));
        var faults = new List<Problems.FieldFault>();
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = ApiJson.Deepest });
            ApiShape.Check(json.RootElement, ApiJson.Options.GetTypeInfo(type), faults);
            return faults.Count > 0 ? Refused<T>(Problems.Invalid(faults)) : new ReadBody<T>(take(json.RootElement), SHA256.HashData(bytes.Span), Refusal: null);
        }
        catch (JsonException fault)
        {
            return Refused<T>(Problems.Invalid(new Problems.FieldFault(
                "", "not_json", $"The body is not JSON of this call (line {(fault.LineNumber ?? 0) + 1}).", "Send JSON in UTF-8, with every member once and at most 16 levels deep.")));
        }
        catch (InvalidOperationException)
        {
            // The parser lets bytes through that are no UTF-8, and half a surrogate pair; they show when a name is read.
            return Refused<T>(Problems.Invalid(new Problems.FieldFault("", "not_text", "The name of a member is no text in UTF-8.", "Send JSON in UTF-8, with whole characters.")));
        }
    }

    /// <summary>Tells the document of the API what the body is.</summary>
    public static void Describe(EndpointBuilder builder, Type type)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], type));
        builder.Metadata.Add(ApiProblem.Answer(StatusCodes.Status413PayloadTooLarge));
        builder.Metadata.Add(ApiProblem.Answer(StatusCodes.Status415UnsupportedMediaType));
    }

    private static ReadBody<T> Refused<T>(IResult answer)
        where T : class => new(Value: null, [], answer);

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool TooLong)> ReadAsync(HttpRequest request, int longest, CancellationToken token)
    {
        if (request.ContentLength > longest) return (default, true);
        using var stream = new MemoryStream(capacity: (int)(request.ContentLength ?? 1024));
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(piece, token)) > 0)
        {
            if (stream.Length + read > longest) return (default, true);
            stream.Write(piece, 0, read);
        }

        return (stream.GetBuffer().AsMemory(0, (int)stream.Length), false);
    }
}
