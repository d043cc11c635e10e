namespace SellerPortal.Platform;

/// <summary>Guards every redirect whose target came with the request.</summary>
public static class LocalUrl
{
    /// <summary>True for a path of this portal. An address of another host, in any disguise, is not local.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..]
        && url is not ['/', '/' or '\\', ..]
        && !url.Any(char.IsControl);

    /// <summary>The address when it is local, else the home page.</summary>
    public static string OrHome(string? url) => IsLocal(url) ? url! : PortalUrls.Home;
}
