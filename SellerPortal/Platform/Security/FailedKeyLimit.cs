using System.Threading.RateLimiting;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Security;

/// <summary>
/// How many keys and tokens that open nothing one address may bring: RateLimits:FailedPerMinute, 60 unless set. Each costs a
/// look into the database, and authorisation ends such a call before the other limits see it. Stands before authentication;
/// calls without a key pass. While there is no room good keys of the address wait too, because telling them apart is that look.
/// </summary>
internal sealed class FailedKeyLimit(IConfiguration configuration) : IMiddleware, IDisposable
{
    private const string Policy = "failed";

    private readonly int _permits = PermitsOf(configuration);
    private readonly PartitionedRateLimiter<string> _addresses =
        PartitionedRateLimiter.Create<string, string>(address => RateLimits.PerMinute(address, PermitsOf(configuration)), StringComparer.Ordinal);

    /// <summary>Notes that the call brought a key or a token that opens nothing.</summary>
    public void Note(HttpContext context) => _addresses.AttemptAcquire(RateLimits.Address(context)).Dispose();

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (ApiKeyAuthentication.KeyOf(context.Request) is null)
        {
            await next(context);
            return;
        }

        // Nothing is taken: it only asks whether there is room.
        using var lease = _addresses.AttemptAcquire(RateLimits.Address(context), permitCount: 0);
        await (lease.IsAcquired ? next(context) : Problems.TooMany(RateLimits.WriteWait(context.Response, lease, Policy, _permits)).ExecuteAsync(context));
    }

    public void Dispose() => _addresses.Dispose();

    private static int PermitsOf(IConfiguration configuration) => configuration.GetValue("RateLimits:FailedPerMinute", 60);
}
