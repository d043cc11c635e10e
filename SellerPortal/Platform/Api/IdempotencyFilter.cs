using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Platform.Api;

/// <summary>
/// Lets a call with an <see cref="IdempotencyKey"/> run once: afterwards its first answer is given again, meanwhile the
/// caller is told to wait, and long afterwards that the key has ended. Only what was done is kept; a refused call may come
/// again, corrected, under the same key. A caller that hangs up stops nothing. A call that broke off, in a crash, runs again
/// only where its use case finds what the first attempt made.
/// </summary>
internal sealed class IdempotencyFilter(IIdempotencyStore store, IDataProtectionProvider protection, TimeProvider clock, ILogger<IdempotencyFilter> log) : IEndpointFilter
{
    private readonly IDataProtector protector = protection.CreateProtector("SellerPortal.Api.Answer.v1");

    // Calls of this node that run now, so that most doubles are stopped without the database.
    private static readonly ConcurrentDictionary<(Guid Owner, string Key), bool> Running = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.OfType<IdempotencyKey>().FirstOrDefault() is not { } key) return await next(context);
        var http = context.HttpContext;

        // A parameter could not be read: the endpoint does not run, and the answer is written further out.
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest) return await next(context);
        var actor = http.User.ToActor();
        if (http.GetEndpoint()!.Metadata.GetMetadata<ActsForSeller>() is null) actor = actor with { SellerId = null };
        var call = (Owner: IdempotencyKey.OwnerOf(actor), Key: key.Text);
        if (!Running.TryAdd(call, true)) return StillRunning(http, IdempotencyState.Running.Moment);
        try
        {
            return http.GetEndpoint()!.Metadata.GetMetadata<RepeatsByItself>() is not null
                ? await next(context)
                : await OnceAsync(context, next, key, call);
        }
        finally
        {
            Running.TryRemove(call, out _);
        }
    }

    private async ValueTask<object?> OnceAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, IdempotencyKey key, (Guid Owner, string Key) call)
    {
        var http = context.HttpContext;

        // Not stopped either: a call that was noted and then given up would count as one that broke off.
        switch (await store.BeginAsync(call.Owner, call.Key, ContentOf(context), CancellationToken.None))
        {
            case IdempotencyState.Running running:
                return StillRunning(http, running.Wait);
            case IdempotencyState.OtherContent:
                return Problems.KeyUsed();
            case IdempotencyState.Ended:
                return Problems.KeyEnded();
            case IdempotencyState.Answered { Answer: var before }:
                await WriteAsync(http.Response, Unseal(http, before));
                return Results.Empty;
            case IdempotencyState.Begun { Hold: var hold }:
                key.IsResumed = hold.IsResumed;
                await WriteAsync(http.Response, await RunAsync(context, next, key, hold));
                return Results.Empty;
            case var other:
                throw new InvalidOperationException($"There is no such state as {other}.");
        }
    }

    private async Task<StoredAnswer> RunAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, IdempotencyKey key, IdempotencyHold hold)
    {
        var http = context.HttpContext;
        using var held = new HeldCall(store, hold, clock, log);
        var known = !hold.IsResumed || http.GetEndpoint()!.Metadata.GetMetadata<FindsItAgain>() is not null;
        StoredAnswer answer;
        try
        {
            using var unbroken = new UnbrokenCall(context);
            answer = await AnswerAsync(http, known ? await next(context) : OutcomeUnknown());
        }
        catch
        {
            // A use case may break off after it has written. Whoever repeats the call finds that again.
            await store.ReleaseAsync(await held.EndAsync());
            throw;
        }

        hold = await held.EndAsync();
        if (known && (answer.Status >= StatusCodes.Status300MultipleChoices || key.HasChangedNothing))
        {
            await store.ForgetAsync(hold);
            return answer;
        }

        return Unseal(http, await store.KeepAsync(hold, Seal(http, answer)));
    }

    private StoredAnswer Seal(HttpContext http, StoredAnswer answer) => HoldsSecret(http) ? answer with { Body = protector.Protect(answer.Body) } : answer;

    private StoredAnswer Unseal(HttpContext http, StoredAnswer kept) => HoldsSecret(http) ? kept with { Body = protector.Unprotect(kept.Body) } : kept;

    private static bool HoldsSecret(HttpContext http) => http.GetEndpoint()!.Metadata.GetMetadata<AnswersWithASecret>() is not null;

    private static IResult StillRunning(HttpContext http, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.Conflict("idempotency_key_running", "A call with this Idempotency-Key has not ended.", string.Create(
            CultureInfo.InvariantCulture, $"Send it again, with the same key and body, in {(seconds == 1 ? "a second" : $"{seconds} seconds")}."));
    }

    /// <summary>The first attempt broke off, and what it did cannot be told from what others did.</summary>
    private static IResult OutcomeUnknown() => Problems.Conflict(
        "outcome_unknown", "The portal was interrupted in a call with this Idempotency-Key, and nobody knows whether it was done. It is not done again.", "Read what there is; if it is missing, ask with a new key.");

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
