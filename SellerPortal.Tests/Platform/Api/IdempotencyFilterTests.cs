using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SellerPortal.Domain.Access;
using SellerPortal.Features.ApiKeys;
using SellerPortal.Platform.Api;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Platform.Api;

/// <summary>What the filter keeps of a call whose caller does not wait for the end.</summary>
public sealed class IdempotencyFilterTests
{
    private static readonly string[] Long = [.. Enumerable.Range(0, 20_000).Select(i => $"parcel {i}")];

    [Theory, EachDatabase]
    public async Task Answer_CallerHangsUpWhileItIsWritten_IsKeptWhole(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var filter = new IdempotencyFilter(
            new AnswerStore(databases, TimeProvider.System), new EphemeralDataProtectionProvider(), TimeProvider.System, NullLogger<IdempotencyFilter>.Instance);
        var actor = TestSellers.ActorOf(SellerPortal.Domain.SellerId.New(TimeProvider.System.GetUtcNow()));
        foreach (var (key, writtenBefore) in new[] { ("before", 0), ("amid", 10_000) })
        {
            using var line = new CancellationTokenSource();
            var first = Context(actor, key);
            first.RequestAborted = line.Token;
            await filter.InvokeAsync(await FilteredAsync(first), _ => ValueTask.FromResult<object?>(new CutResult(line, writtenBefore)));
            Assert.True(line.IsCancellationRequested);
            Assert.True(first.RequestAborted.IsCancellationRequested);

            var again = Context(actor, key);
            await filter.InvokeAsync(await FilteredAsync(again), _ => throw new InvalidOperationException("It has been done."));
            var body = ((MemoryStream)again.Response.Body).ToArray();
            Assert.Equal(Long, System.Text.Json.JsonSerializer.Deserialize<string[]>(body));
        }
    }

    [Theory, EachDatabase]
    public async Task Work_CallerHasHungUp_IsToldNothingOfIt(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var filter = new IdempotencyFilter(
            new AnswerStore(databases, TimeProvider.System), new EphemeralDataProtectionProvider(), TimeProvider.System, NullLogger<IdempotencyFilter>.Instance);
        using var line = new CancellationTokenSource();
        var http = Context(TestSellers.ActorOf(SellerPortal.Domain.SellerId.New(TimeProvider.System.GetUtcNow())), "k");
        http.RequestAborted = line.Token;
        var context = await FilteredAsync(http);
        await line.CancelAsync();
        await filter.InvokeAsync(context, called =>
        {
            Assert.All(called.Arguments.OfType<CancellationToken>(), token => Assert.False(token.IsCancellationRequested));
            Assert.False(called.HttpContext.RequestAborted.IsCancellationRequested);
            return ValueTask.FromResult<object?>(Results.Json(Long));
        });
        await using var database = databases.CreateDbContext();
        Assert.Equal(StatusCodes.Status200OK, Assert.Single(database.IdempotentCalls).Status);
    }

    private static DefaultHttpContext Context(Actor actor, string key)
    {
        var http = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
            User = new ClaimsPrincipal(new ClaimsIdentity(ActorClaims.Of(actor), "test")),
        };
        http.Request.Method = HttpMethods.Post;
        http.Request.Path = "/api/v1/things";
        http.Request.Headers[IdempotencyKey.Header] = key;
        http.Response.Body = new MemoryStream();
        http.SetEndpoint(new Endpoint(requestDelegate: null, new EndpointMetadataCollection(new ActsForSeller()), "things"));
        return http;
    }

    private static async Task<EndpointFilterInvocationContext> FilteredAsync(HttpContext http) =>
        EndpointFilterInvocationContext.Create(http, await IdempotencyKey.BindAsync(http, null!), http.RequestAborted);

    /// <summary>An answer whose caller hangs up after some of it.</summary>
    private sealed class CutResult(CancellationTokenSource line, int writtenBefore) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Results.Json(Lines()).ExecuteAsync(httpContext);

        private async IAsyncEnumerable<string> Lines()
        {
            for (var i = 0; i < Long.Length; i++)
            {
                if (i == writtenBefore) await line.CancelAsync();
                yield return Long[i];
            }
        }
    }
}
