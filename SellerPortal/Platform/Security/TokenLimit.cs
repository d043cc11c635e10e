using System.Threading.RateLimiting;

namespace SellerPortal.Platform.Security;

/// <summary>
/// How often one address may ask for tokens: RateLimits:TokenPerMinute, 30 unless set. A token lives an hour; who asks more
/// often is guessing. There is no limit by client id: anyone who knows a partner's id could use it up and shut the partner
/// out. Stands before authentication, which is what answers this endpoint.
/// </summary>
internal sealed class TokenLimit(IConfiguration configuration) : IMiddleware, IDisposable
{
    private readonly AddressLimit _limit = new(configuration, "Token", usual: 30);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var lease = _limit.Take(context);
        await (lease.IsAcquired ? next(context) : RefuseAsync(context, lease));
    }

    public void Dispose() => _limit.Dispose();

    /// <summary>RFC 6749 has no code of its own for a client that asks too often; its nearest one says to come back later.</summary>
    private Task RefuseAsync(HttpContext context, RateLimitLease lease)
    {
        var seconds = _limit.WriteWait(context.Response, lease);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["error"] = "temporarily_unavailable",
                ["error_description"] = $"Too many tokens were asked for. Wait {seconds} seconds, and use a token until it ends.",
            },
            context.RequestAborted);
    }
}
