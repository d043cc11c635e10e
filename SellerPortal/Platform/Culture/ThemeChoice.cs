namespace SellerPortal.Platform.Culture;

/// <summary>What a visitor chose for the colours: light, dark, or whatever their system does.</summary>
public static class ThemeChoice
{
    public const string CookieName = "portal-theme";
    public const string System = "system";
    public const string Light = "light";
    public const string Dark = "dark";

    /// <summary>All choices, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [System, Light, Dark];

    /// <summary>The choice that a cookie or a query names; anything unknown is <see cref="System"/>.</summary>
    public static string Parse(string? text) => text is Light or Dark ? text : System;

    /// <summary>The choice of the visitor behind a request.</summary>
    public static string Of(HttpContext context) => Parse(context.Request.Cookies[CookieName]);
}
