using System.Threading.RateLimiting;

namespace SellerPortal.Platform.Security;

/// <summary>
/// How often a minute one address may do something, for what stands before authentication and so before the limiter of the
/// endpoints.
/// </summary>
/// <param name="configuration">Holds the number as RateLimits:{name}PerMinute.</param>
/// <param name="name">Its name, in the settings and in the headers of a refusal.</param>
/// <param name="usual">The number where none is set.</param>
internal sealed class AddressLimit(IConfiguration configuration, string name, int usual) : IDisposable
{
    private readonly int _permits = PermitsOf(configuration, name, usual);
    private readonly PartitionedRateLimiter<string> _addresses =
        PartitionedRateLimiter.Create<string, string>(address => RateLimits.PerMinute(address, PermitsOf(configuration, name, usual)), StringComparer.Ordinal);

    /// <summary>Notes that it was done once, if there is room.</summary>
    public RateLimitLease Take(HttpContext context) => _addresses.AttemptAcquire(RateLimits.Address(context));

    /// <summary>Asks whether there is room, and takes nothing.</summary>
    public RateLimitLease Look(HttpContext context) => _addresses.AttemptAcquire(RateLimits.Address(context), permitCount: 0);

    /// <summary>Says in the headers when there is room again.</summary>
    /// <returns>After how many seconds.</returns>
    public int WriteWait(HttpResponse response, RateLimitLease lease) => RateLimits.WriteWait(response, lease, name, _permits);

    public void Dispose() => _addresses.Dispose();

    private static int PermitsOf(IConfiguration configuration, string name, int usual) => configuration.GetValue($"RateLimits:{name}PerMinute", usual);
}
