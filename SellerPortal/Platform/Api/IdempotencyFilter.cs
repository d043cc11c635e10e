using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Platform.Api;

/// <summary>
/// Lets a call with an <see cref="IdempotencyKey"/> run once: afterwards its first answer is given again, meanwhile the
/// caller is told to wait. Only what was done is kept; a refused call may come again, corrected, under the same key.
/// </summary>
internal sealed class IdempotencyFilter(IIdempotencyStore store) : IEndpointFilter
{
    private const int WaitSeconds = 1;

    // Calls of this node that run now, so that most doubles are stopped without the database.
    private static readonly ConcurrentDictionary<(Guid Owner, string Key), bool> Running = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.OfType<IdempotencyKey>().FirstOrDefault() is not { } key) return await next(context);
        var http = context.HttpContext;
        var call = (Owner: IdempotencyKey.OwnerOf(http.User.ToActor()), Key: key.Text);
        if (!Running.TryAdd(call, true)) return StillRunning(http);
        try
        {
            return http.GetEndpoint()!.Metadata.GetMetadata<RepeatsByItself>() is not null
                ? await next(context)
                : await OnceAsync(context, next, call);
        }
        finally
        {
            Running.TryRemove(call, out _);
        }
    }

    private async ValueTask<object?> OnceAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, (Guid Owner, string Key) call)
    {
        var http = context.HttpContext;
        switch (await store.BeginAsync(call.Owner, call.Key, ContentOf(context), http.RequestAborted))
        {
            case IdempotencyState.Running:
                return StillRunning(http);
            case IdempotencyState.OtherContent:
                return Problems.KeyUsed();
            case IdempotencyState.Answered { Answer: var before }:
                await WriteAsync(http.Response, before);
                return Results.Empty;
        }

        // A use case may stop when its caller hangs up; what it did by then is found again by its id. Noting how it went must not stop.
        StoredAnswer answer;
        try
        {
            answer = await AnswerAsync(http, await next(context));
        }
        catch
        {
            await store.ForgetAsync(call.Owner, call.Key, CancellationToken.None);
            throw;
        }

        if (answer.Status < StatusCodes.Status300MultipleChoices) await store.KeepAsync(call.Owner, call.Key, answer, CancellationToken.None);
        else await store.ForgetAsync(call.Owner, call.Key, CancellationToken.None);
        await WriteAsync(http.Response, answer);
        return Results.Empty;
    }

    private static IResult StillRunning(HttpContext http)
    {
        http.Response.Headers.RetryAfter = WaitSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Problems.Conflict("idempotency_key_running", "A call with this Idempotency-Key is still running. Ask again in a second.");
    }

    /// <summary>What is asked for: the method, the address and the bytes of the body.</summary>
    private static byte[] ContentOf(EndpointFilterInvocationContext context)
    {
        var request = context.HttpContext.Request;
        var body = context.Arguments.OfType<IHashed>().FirstOrDefault()?.Hash ?? [];
        return SHA256.HashData([.. Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"), .. body]);
    }

    /// <summary>Writes the endpoint's answer into memory.</summary>
    private static async Task<StoredAnswer> AnswerAsync(HttpContext http, object? result)
    {
        var response = http.Response;
        var original = response.Body;
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            if (result is not IResult answer) throw new InvalidOperationException("An endpoint that creates something answers with a result.");
            await answer.ExecuteAsync(http);
            return new StoredAnswer(
                response.StatusCode, response.ContentType, response.Headers.Location.ToString() is { Length: > 0 } place ? place : null, response.Headers.ETag.ToString() is { Length: > 0 } tag ? tag : null, buffer.ToArray());
        }
        finally
        {
            response.Body = original;
        }
    }

    private static Task WriteAsync(HttpResponse response, StoredAnswer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Location is not null) response.Headers.Location = answer.Location;
        if (answer.ETag is not null) response.Headers.ETag = answer.ETag;
        return response.Body.WriteAsync(answer.Body).AsTask();
    }
}
