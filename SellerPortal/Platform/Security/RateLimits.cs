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
        services.AddSingleton<TokenLimit>();
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

    /// <summary>Limits the endpoint where partners fetch tokens. Stands before authentication, which answers it.</summary>
    public static IApplicationBuilder UseTokenLimit(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(PartnerAccess.TokenEndpoint, StringComparison.OrdinalIgnoreCase), token => token.UseMiddleware<TokenLimit>());

    /// <summary>Says in the headers when there is room again.</summary>
    /// <returns>After how many seconds.</returns>
    internal static int WriteWait(HttpResponse response, RateLimitLease lease, string? policy, int permits)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (policy is null) return seconds;

        // As in the IETF's draft on RateLimit headers: nothing remains, and after t seconds there is room again.
        var name = policy.ToLowerInvariant();
        response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={permits};w=60");
        response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r=0;t={seconds}");
        return seconds;
    }

    private static int PermitsOf(IConfiguration configuration, string policy) => policy switch
    {
        Keyed => configuration.GetValue("RateLimits:KeyedPerMinute", 1_200),
        SignIn or Links => configuration.GetValue("RateLimits:SignInPerMinute", 20),
        _ => configuration.GetValue("RateLimits:PublicPerMinute", 300),
    };

    internal static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static string Caller(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } caller ? $"caller:{caller}" : Address(context);

    private static RateLimitPartition<string> OnlyPosts(HttpContext context, int limit) => HttpMethods.IsPost(context.Request.Method)
        ? PerMinute(Address(context), limit)
        : RateLimitPartition.GetNoLimiter("");

    internal static RateLimitPartition<string> PerMinute(string partition, int limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(partition, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limit,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken token)
    {
        var context = rejected.HttpContext;
        var policy = context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
        var permits = policy is null ? 0 : PermitsOf(context.RequestServices.GetRequiredService<IConfiguration>(), policy);
        var seconds = WriteWait(context.Response, rejected.Lease, policy, permits);
        await Problems.TooMany(seconds).ExecuteAsync(context);
    }
}
