using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Security;

/// <summary>How often one address may ask, by kind of endpoint. The numbers are settings under "RateLimits".</summary>
public static class RateLimits
{
    private static readonly object OpenCallerItem = new();

    /// <summary>Open pages and endpoints: 300 a minute for one address.</summary>
    public const string Public = nameof(Public);

    /// <summary>Open endpoints of the API: for a caller with a valid key as <see cref="Keyed"/>, for all others as <see cref="Public"/>.</summary>
    public const string Open = nameof(Open);

    /// <summary>Sign-in, registration and password reset: 20 a minute for one address.</summary>
    public const string SignIn = nameof(SignIn);

    /// <summary>Pages that a secret in their address opens: 20 a minute for one address, looking at them included.</summary>
    public const string Links = nameof(Links);

    /// <summary>Endpoints that a key or an account opens: 1,200 a minute for one key, account or address.</summary>
    public const string Keyed = nameof(Keyed);

    /// <summary>Registers the limits.</summary>
    public static IServiceCollection AddPortalRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<TokenLimit>().AddSingleton<FailedKeyLimit>();
        return services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Public, context => PerMinute(Address(context), PermitsOf(configuration, Public)));
            limiter.AddPolicy(SignIn, context => OnlyPosts(context, PermitsOf(configuration, SignIn)));
            limiter.AddPolicy(Links, context => PerMinute(Address(context), PermitsOf(configuration, Links)));
            limiter.AddPolicy(Keyed, context => PerMinute(Caller(context.User) ?? Address(context), PermitsOf(configuration, Keyed)));
            limiter.AddPolicy(Open, context => OpenCaller(context) is { } caller ? PerMinute(caller, PermitsOf(configuration, Keyed)) : PerMinute(Address(context), PermitsOf(configuration, Public)));
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RejectAsync;
        });
    }

    /// <summary>Limits the endpoint where partners fetch tokens. Stands before authentication, which answers it.</summary>
    public static IApplicationBuilder UseTokenLimit(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(PartnerAccess.TokenEndpoint, StringComparison.OrdinalIgnoreCase), token => token.UseMiddleware<TokenLimit>());

    /// <summary>Limits who brings keys that open nothing. Stands before authentication.</summary>
    public static IApplicationBuilder UseFailedKeyLimit(this IApplicationBuilder app) => app.UseMiddleware<FailedKeyLimit>();

    /// <summary>
    /// Finds out who calls an open endpoint with a key, so that callers behind one address do not share its limit. Nobody is
    /// let in or refused by it. Stands before the limiter, which cannot wait for the database.
    /// </summary>
    public static IApplicationBuilder UseOpenCallers(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (PolicyOf(context) == Open && ApiKeyAuthentication.KeyOf(context.Request) is not null
            && (await context.AuthenticateAsync(ApiKeyAccess.ApiScheme)).Principal is { } principal)
        {
            context.Items[OpenCallerItem] = Caller(principal);
        }

        await next(context);
    });

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

    private static string? Caller(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) is { } caller ? $"caller:{caller}" : null;

    private static string? OpenCaller(HttpContext context) => context.Items[OpenCallerItem] as string;

    private static string? PolicyOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;

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
        var policy = PolicyOf(context);
        if (policy == Open) policy = OpenCaller(context) is null ? Public : Keyed;
        var permits = policy is null ? 0 : PermitsOf(context.RequestServices.GetRequiredService<IConfiguration>(), policy);
        var seconds = WriteWait(context.Response, rejected.Lease, policy, permits);
        await Problems.TooMany(seconds).ExecuteAsync(context);
    }
}
