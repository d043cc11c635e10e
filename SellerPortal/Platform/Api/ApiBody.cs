using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

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

/// <summary>
/// The body of a call, read strictly: members that are unknown, missing, too long or of another type are each named with
/// a JSON pointer, so that a caller sees all of it at once.
/// </summary>
/// <typeparam name="T">What the body holds.</typeparam>
public sealed class ApiBody<T> : IRefusing, IHashed, IEndpointMetadataProvider
    where T : class
{
    private readonly ReadBody<T> read;

    private ApiBody(ReadBody<T> read) => this.read = read;

    /// <summary>What was sent.</summary>
    /// <exception cref="InvalidOperationException">The body was refused, and the endpoint must not run.</exception>
    public T Value => read.Value ?? throw new InvalidOperationException("The body was refused.");

    /// <summary>SHA-256 of the bytes as they were sent.</summary>
    public byte[] Hash => read.Hash;

    IResult? IRefusing.Refusal => read.Refusal;

    /// <summary>Reads the body of a call.</summary>
    public static async ValueTask<ApiBody<T>> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await BodyReader.ReadAsync(context, typeof(T), json => json.Deserialize<T>(ApiJson.Options)!));

    /// <summary>Tells the document of the API what the body is.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => BodyReader.Describe(builder, typeof(T));
}
