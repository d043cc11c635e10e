using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>Marks the list of a batch: what is wrong within an entry is that entry's own result, and does not refuse the others.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachItsOwnAttribute : Attribute;

/// <summary>
/// The body of a call with a list of many, read as strictly as <see cref="ApiBody{T}"/>, but each entry by itself: a list of a
/// thousand is not refused for the one that is wrong.
/// </summary>
/// <typeparam name="TBody">What the body holds: one list, marked with <see cref="EachItsOwnAttribute"/>.</typeparam>
/// <typeparam name="TItem">An entry of the list.</typeparam>
public sealed class ApiBatch<TBody, TItem> : IRefusing, IHashed, IEndpointMetadataProvider
    where TBody : class
    where TItem : class
{
    private readonly ReadBody<List<BatchEntry<TItem>>> read;

    private ApiBatch(ReadBody<List<BatchEntry<TItem>>> read) => this.read = read;

    /// <summary>What was sent, in its order.</summary>
    /// <exception cref="InvalidOperationException">The body was refused, and the endpoint must not run.</exception>
    public IReadOnlyList<BatchEntry<TItem>> Items => read.Value ?? throw new InvalidOperationException("The body was refused.");

    /// <summary>SHA-256 of the bytes as they were sent.</summary>
    public byte[] Hash => read.Hash;

    IResult? IRefusing.Refusal => read.Refusal;

    /// <summary>Reads the body of a call.</summary>
    public static async ValueTask<ApiBatch<TBody, TItem>> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(await BodyReader.ReadAsync(context, typeof(TBody), json => json.EnumerateObject().Single().Value.EnumerateArray().Select(Read).ToList()));

    /// <summary>Tells the document of the API what the body is.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => BodyReader.Describe(builder, typeof(TBody));

    private static BatchEntry<TItem> Read(JsonElement json)
    {
        var faults = new List<Problems.FieldFault>();
        ApiShape.Check(json, ApiJson.Options.GetTypeInfo(typeof(TItem)), faults);
        return new BatchEntry<TItem>(faults.Count > 0 ? null : json.Deserialize<TItem>(ApiJson.Options), faults);
    }
}

/// <summary>One entry of a batch.</summary>
/// <param name="Value">What was sent; null when it has another shape.</param>
/// <param name="Faults">Where it has another shape; pointers begin at the entry.</param>
/// <typeparam name="T">What the entry is.</typeparam>
public sealed record BatchEntry<T>(T? Value, IReadOnlyList<Problems.FieldFault> Faults)
    where T : class;
