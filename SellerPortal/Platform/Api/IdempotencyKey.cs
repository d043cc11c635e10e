using System.Buffers.Binary;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>
/// The key that a caller makes for one wish, so that it can ask again when no answer came: the same key and body give the
/// first answer again. An endpoint that takes this parameter refuses calls without the header.
/// </summary>
public sealed class IdempotencyKey : IRefusing, IEndpointMetadataProvider
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>The longest key.</summary>
    public const int Longest = 255;

    private readonly string? text;

    private IdempotencyKey(string? text) => this.text = text;

    /// <summary>As it was sent.</summary>
    /// <exception cref="InvalidOperationException">The call was refused, and the endpoint must not run.</exception>
    public string Text => text ?? throw new InvalidOperationException("The call has no key.");

    /// <summary>True when an attempt under the key broke off before, and nobody knows how far it came.</summary>
    public bool IsResumed { get; internal set; }

    /// <summary>Set by an endpoint whose answer tells that nothing was changed: then the key is free for another body.</summary>
    public bool HasChangedNothing { get; set; }

    IResult? IRefusing.Refusal => text is not null ? null : Problems.Invalid(new Problems.FieldFault(
        Header, "idempotency_key_missing", $"A call that creates something needs the header {Header}.", $"Send a value that is new for each wish, such as a UUID, in at most {Longest} visible ASCII characters, and the same one when you ask again."));

    /// <summary>Reads the header.</summary>
    public static ValueTask<IdempotencyKey> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(new IdempotencyKey(context.Request.Headers[Header] is [{ Length: > 0 and <= Longest } key] && key.All(c => c is > ' ' and <= '~') ? key : null));

    /// <summary>Tells the document of the API that the header is needed.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new NeedsIdempotencyKey());
        builder.Metadata.Add(ApiProblem.Answer(StatusCodes.Status409Conflict));
        builder.Metadata.Add(ApiProblem.Answer(StatusCodes.Status422UnprocessableEntity));
    }

    /// <summary>
    /// The id of what is created under the key: the same for the same caller, so that what was created although the answer
    /// was lost, in a crash too, is found again.
    /// </summary>
    /// <param name="actor">Who calls; keys of different sellers have nothing to do with each other.</param>
    /// <param name="number">Tells apart what one call creates several of.</param>
    public Guid ToId(Actor actor, int number = 0) => IdOf(OwnerOf(actor), Text, number);

    /// <summary>The same id, for who has the parts and not the call.</summary>
    internal static Guid IdOf(Guid owner, string key, int number = 0)
    {
        Span<byte> bytes = stackalloc byte[20];
        owner.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], number);
        var hash = SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes(key)]);
        return new Guid(hash.AsSpan(0, 16));
    }

    /// <summary>Whose keys they are: the seller's, or those of a system that acts for none.</summary>
    internal static Guid OwnerOf(Actor actor) => actor.SellerId is { } seller ? seller.Value : actor.UserId;
}

/// <summary>Marks an endpoint that needs an <see cref="IdempotencyKey"/>.</summary>
internal sealed record NeedsIdempotencyKey;

/// <summary>Marks an endpoint whose use case gives the first answer again by itself, from what it wrote.</summary>
internal sealed record RepeatsByItself;

/// <summary>Marks an endpoint whose kept answer is protected with the portal's keys.</summary>
internal sealed record AnswersWithASecret;

/// <summary>Marks an endpoint whose use case, run again after it broke off, finds what it made and makes nothing twice.</summary>
internal sealed record FindsItAgain;
