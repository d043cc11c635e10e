namespace SellerPortal.Platform.Errors;

/// <summary>Pages for what went wrong.</summary>
public static class ErrorPages
{
    /// <summary>
    /// Turns faults and bare error answers into pages, except under /api, where they are problem details. Stands
    /// before routing, because the page is routed anew.
    /// </summary>
    public static IApplicationBuilder UsePortalErrorPages(this IApplicationBuilder app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
        pages => pages.UseExceptionHandler("/errors/500").UseStatusCodePagesWithReExecute("/errors/{0}"));
}
