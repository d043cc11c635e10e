using System.Globalization;
using System.Security.Claims;
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
        return services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Public, context => PerMinute(Address(context), PermitsOf(configuration, Public)));
            limiter.AddPolicy(SignIn, context => OnlyPosts(context, PermitsOf(configuration, SignIn)));
            limiter.AddPolicy(Links, context => PerMinute(Address(context), PermitsOf(configuration, Links)));
            limiter.AddPolicy(Keyed, context => PerMinute(Caller(context), PermitsOf(configuration, Keyed)));
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RejectAsync;
        });
    }

    private static int PermitsOf(IConfiguration configuration, string policy) => policy switch
    {
        Keyed => configuration.GetValue("RateLimits:KeyedPerMinute", 1_200),
        SignIn or Links => configuration.GetValue("RateLimits:SignInPerMinute", 20),
        _ => configuration.GetValue("RateLimits:PublicPerMinute", 300),
    };

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static string Caller(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } caller ? $"caller:{caller}" : Address(context);

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
        var headers = rejected.HttpContext.Response.Headers;
        headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is { PolicyName: { } policy })
        {
            // As in the IETF's draft on RateLimit headers: nothing remains, and after t seconds there is room again.
            var name = policy.ToLowerInvariant();
            headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={PermitsOf(rejected.HttpContext.RequestServices.GetRequiredService<IConfiguration>(), policy)};w=60");
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r=0;t={seconds}");
        }

        await Problems.TooMany(seconds).ExecuteAsync(rejected.HttpContext);
    }
}
