using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Platform.Api;

/// <summary>Where the resources of the API stand, and what all of them have in common.</summary>
public static class ApiRoutes
{
    /// <summary>The root of version 1.</summary>
    public const string Root = "/api/v1";

    /// <summary>A resource: strict bodies, idempotency keys and the limit of calls by key come with it.</summary>
    /// <param name="endpoints">Where it is mapped.</param>
    /// <param name="resource">Its name in the address.</param>
    /// <param name="tag">Its name in the document of the API.</param>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder endpoints, string resource, string tag) => endpoints
        .MapGroup($"{Root}/{resource}")
        .WithTags(tag)
        .RequireRateLimiting(RateLimits.Keyed)
        .AddEndpointFilter<RefusalFilter>()
        .AddEndpointFilter<SellerFilter>()
        .AddEndpointFilter<IdempotencyFilter>();

    /// <summary>Opens an endpoint to keys with a scope that act for a seller.</summary>
    public static RouteHandlerBuilder ForSellers(this RouteHandlerBuilder endpoint, string scope) => endpoint
        .ForKeys(scope)
        .WithMetadata(new ActsForSeller());

    /// <summary>Opens an endpoint to keys with a scope; its query is read strictly.</summary>
    public static RouteHandlerBuilder ForKeys(this RouteHandlerBuilder endpoint, string scope) => endpoint
        .RequireAuthorization(scope)
        .AddEndpointFilterFactory(KnownQuery.Filter)
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);

    /// <summary>Opens an endpoint to everybody, with the limit of calls by key, or by address for who brings none; its query is read strictly.</summary>
    public static RouteHandlerBuilder ForEverybody(this RouteHandlerBuilder endpoint) => endpoint
        .AllowAnonymous()
        .AddEndpointFilterFactory(KnownQuery.Filter)
        .RequireRateLimiting(RateLimits.Open)
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status429TooManyRequests);

    /// <summary>Names problems that an endpoint answers with.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses) endpoint.ProducesProblem(status);
        return endpoint;
    }

    /// <summary>The most bytes of the endpoint's body, where it is more than one of something.</summary>
    public static RouteHandlerBuilder TakesUpTo(this RouteHandlerBuilder endpoint, int bytes) => endpoint.WithMetadata(new LongestBody(bytes));

    /// <summary>The use case gives the first answer again by itself, from what it wrote in its own transaction.</summary>
    public static RouteHandlerBuilder RepeatsByItself(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RepeatsByItself());

    /// <summary>
    /// A call that broke off may run again: what it makes has an id of its key, or is a state that is reached once. Without
    /// this mark such a call is answered with outcome_unknown, and nothing is done twice.
    /// </summary>
    public static RouteHandlerBuilder FindsItAgain(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new FindsItAgain());

    /// <summary>The answer holds a secret: it is kept for whoever asks again, but so that nobody reads it in the database.</summary>
    public static RouteHandlerBuilder AnswersWithASecret(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new AnswersWithASecret());
}

/// <summary>Marks an endpoint that does nothing without a seller.</summary>
internal sealed record ActsForSeller;

/// <summary>Answers with the refusal of a parameter, before the endpoint sees it.</summary>
internal sealed class RefusalFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is IRefusing { Refusal: { } refusal }) return ValueTask.FromResult<object?>(refusal);
        }

        return next(context);
    }
}

/// <summary>Asks for whom a partner acts, and says that a key of the Department acts for nobody.</summary>
internal sealed class SellerFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<ActsForSeller>() is null || http.User.HasClaim(claim => claim.Type == PortalClaims.Seller)) return next(context);
        return ValueTask.FromResult<object?>(http.User.HasClaim(claim => claim.Type == PortalClaims.Partner)
            ? http.Request.Headers.ContainsKey(PartnerAccess.SellerHeader) ? Problems.NotFound("You have registered no such seller.", $"Send in {PartnerAccess.SellerHeader} the id that registering the seller answered with.") : PartnerAccess.SellerMissing()
            : Problems.Forbidden("key_without_seller", "This key acts for no seller.", "Use a key that an owner of the seller made."));
    }
}
