using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Security;

/// <summary>How often one address may ask, by kind of endpoint. The numbers are settings under "RateLimits".</summary>
public static class RateLimits
{
    /// <summary>Open pages and endpoints: 300 a minute for one address.</summary>
    public const string Public = nameof(Public);

    /// <summary>Sign-in, registration and password reset: 20 a minute for one address.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Pages that a secret in their address opens: 20 a minute for one address, looking at them included.</summary>
    public const string Links = nameof(Links);

    /// <summary>Endpoints that a key or an account opens: 1,200 a minute for one key, account or address.</summary>
    public const string Keyed = nameof(Keyed);

    /// <summary>Registers the limits.</summary>
    public static IServiceCollection AddPortalRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("RateLimits");
        return services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Public, context => PerMinute(Address(context), section.GetValue("PublicPerMinute", 300)));
            limiter.AddPolicy(SignIn, context => OnlyPosts(context, section.GetValue("SignInPerMinute", 20)));
            limiter.AddPolicy(Links, context => PerMinute(Address(context), section.GetValue("SignInPerMinute", 20)));
            limiter.AddPolicy(Keyed, context => PerMinute(Caller(context), section.GetValue("KeyedPerMinute", 1_200)));
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RejectAsync;
        });
    }

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static string Caller(HttpContext context) =>
        context.Request.Headers.TryGetValue("X-Api-Key", out var key) && key.Count == 1
            ? $"key:{string.GetHashCode(key[0], StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture)}:{Address(context)}"
            : Address(context);

    private static RateLimitPartition<string> OnlyPosts(HttpContext context, int limit) => HttpMethods.IsPost(context.Request.Method)
        ? PerMinute(Address(context), limit)
        : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> PerMinute(string partition, int limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(partition, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limit,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken token)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problems.TooMany(seconds).ExecuteAsync(rejected.HttpContext);
    }
}
