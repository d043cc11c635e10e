using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>A parameter of an endpoint that may refuse the call before the endpoint runs.</summary>
internal interface IRefusing
{
    /// <summary>The answer; null when the call goes on.</summary>
    IResult? Refusal { get; }
}

/// <summary>A parameter with a hash of what was sent.</summary>
internal interface IHashed
{
    /// <summary>SHA-256 of the bytes.</summary>
    byte[] Hash { get; }
}

/// <summary>The most bytes that the body of an endpoint may have.</summary>
internal sealed record LongestBody(int Bytes)
{
    /// <summary>Enough for one of anything.</summary>
    public const int Usual = 64 * 1024;
}

/// <summary>
/// The body of a call, read strictly: members that are unknown, missing, too long or of another type are each named with
/// a JSON pointer, so that a caller sees all of it at once.
/// </summary>
/// <typeparam name="T">What the body holds.</typeparam>
public sealed class ApiBody<T> : IRefusing, IHashed, IEndpointMetadataProvider
    where T : class
{
    private readonly T? value;
    private readonly IResult? refusal;

    private ApiBody(T? value, byte[] hash, IResult? refusal) => (this.value, Hash, this.refusal) = (value, hash, refusal);

    /// <summary>What was sent.</summary>
    /// <exception cref="InvalidOperationException">The body was refused, and the endpoint must not run.</exception>
    public T Value => value ?? throw new InvalidOperationException("The body was refused.");

    /// <summary>SHA-256 of the bytes as they were sent.</summary>
    public byte[] Hash { get; }

    IResult? IRefusing.Refusal => refusal;

    /// <summary>Reads the body of a call.</summary>
    public static async ValueTask<ApiBody<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var longest = context.GetEndpoint()?.Metadata.GetMetadata<LongestBody>()?.Bytes ?? LongestBody.Usual;
        var (bytes, tooLong) = await ReadAsync(context.Request, longest, context.RequestAborted);
        if (tooLong) return Refused(Problems.TooLarge($"The body of this call has at most {longest / 1024} kB."));
        var faults = new List<Problems.FieldFault>();
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = ApiJson.Deepest });
            ApiShape.Check(json.RootElement, ApiJson.Options.GetTypeInfo(typeof(T)), faults);
            if (faults.Count > 0) return Refused(Problems.Invalid(faults));
            return new ApiBody<T>(json.Deserialize<T>(ApiJson.Options), SHA256.HashData(bytes.Span), refusal: null);
        }
        catch (JsonException fault)
        {
            return Refused(Problems.Invalid(new Problems.FieldFault(
                "", "not_json", $"The body is not JSON of this call (line {(fault.LineNumber ?? 0) + 1}).", "Send JSON in UTF-8, with every member once and at most 16 levels deep.")));
        }
        catch (InvalidOperationException)
        {
            // The parser lets bytes through that are no UTF-8, and half a surrogate pair; they show when a name is read.
            return Refused(Problems.Invalid(new Problems.FieldFault("", "not_text", "The name of a member is no text in UTF-8.", "Send JSON in UTF-8, with whole characters.")));
        }
    }

    /// <summary>Tells the document of the API what the body is.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
        builder.Metadata.Add(ApiProblem.Answer(StatusCodes.Status413PayloadTooLarge));
        builder.Metadata.Add(ApiProblem.Answer(StatusCodes.Status415UnsupportedMediaType));
    }

    private static ApiBody<T> Refused(IResult answer) => new(value: null, [], answer);

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
