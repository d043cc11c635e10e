using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Security;

/// <summary>
/// How many keys and tokens that open nothing one address may bring: RateLimits:FailedPerMinute, 60 unless set. Each costs a
/// look into the database, and authorisation ends such a call before the other limits see it. Stands before authentication;
/// calls without a key pass. While there is no room good keys of the address wait too, because telling them apart is that look.
/// </summary>
internal sealed class FailedKeyLimit(IConfiguration configuration) : IMiddleware, IDisposable
{
    private readonly AddressLimit _limit = new(configuration, "Failed", usual: 60);

    /// <summary>Notes that the call brought a key or a token that opens nothing.</summary>
    public void Note(HttpContext context) => _limit.Take(context).Dispose();

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (ApiKeyAuthentication.KeyOf(context.Request) is null)
        {
            await next(context);
            return;
        }

        using var lease = _limit.Look(context);
        await (lease.IsAcquired ? next(context) : Problems.TooMany(_limit.WriteWait(context.Response, lease)).ExecuteAsync(context));
    }

    public void Dispose() => _limit.Dispose();
}
