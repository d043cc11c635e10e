using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using SellerPortal.Platform.Api;

namespace SellerPortal.Platform.Errors;

/// <summary>Pages for what went wrong.</summary>
public static class ErrorPages
{
    /// <summary>
    /// Turns faults and bare error answers into pages, except under /api, where they are problem details. Stands
    /// before routing, because the page is routed anew.
    /// </summary>
    public static IApplicationBuilder UsePortalErrorPages(this IApplicationBuilder app) => app
        .UseWhen(context => !IsApi(context), pages => pages.UseExceptionHandler("/errors/500").UseStatusCodePagesWithReExecute("/errors/{0}").Use(ReadInsteadOfSend))
        .UseWhen(IsApi, api => api.UseExceptionHandler(Faults).UseStatusCodePages(page => Refused(page.HttpContext).ExecuteAsync(page.HttpContext)));

    /// <summary>
    /// Answers 404 to whatever is no endpoint, and lets routing refuse a wrong method or content type, before a sign-in is
    /// asked for. Not an endpoint itself: one that takes every address would also take those calls.
    /// </summary>
    public static IApplicationBuilder UseNotFound(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        switch (context.GetEndpoint())
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case { Metadata.Count: 0, RequestDelegate: { } refuse }:
                return refuse(context);
            default:
                return next(context);
        }
    });

    private static ExceptionHandlerOptions Faults => new()
    {
        // What Kestrel or the binding of a parameter refuses carries its own status; all else is our fault.
        StatusCodeSelector = fault => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        ExceptionHandler = context => Problems.Bare(context.Response.StatusCode).ExecuteAsync(context),
    };

    /// <summary>
    /// The page of an error is read, whatever was sent: were a form whose token is not valid sent once more, it would be
    /// refused once more, now with a fault.
    /// </summary>
    private static Task ReadInsteadOfSend(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        return next(context);
    }

    private static IResult Refused(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest && UnreadableQuery.Of(context) is { Count: > 0 } faults ? Problems.Invalid([.. faults]) : Problems.Bare(context.Response.StatusCode);

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
