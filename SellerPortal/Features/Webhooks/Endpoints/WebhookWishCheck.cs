using System.Net;
using Microsoft.Extensions.Options;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Sending;

namespace SellerPortal.Features.Webhooks.Endpoints;

/// <summary>
/// Checks an address and chosen types before they are kept. Where a name leads is checked at every connection; here only
/// what can be seen in the address is refused at once.
/// </summary>
public sealed class WebhookWishCheck(IOptions<WebhookOptions> options)
{
    /// <summary>Why the wish cannot be kept; null when it can.</summary>
    public WebhookRefusal? WhyNot(WebhookWish wish) => WhyNotUrl(wish.Url) ?? wish.Events switch
    {
        null => null,
        { Count: 0 } => WebhookRefusal.NoEvents,
        var events => events.All(WebhookEventTypes.All.Contains) ? null : WebhookRefusal.UnknownEvent,
    };

    private WebhookRefusal? WhyNotUrl(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return WebhookRefusal.UrlMissing;
        if (text.Length > WebhookEndpoint.LongestUrl) return WebhookRefusal.UrlTooLong;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0 || url.UserInfo.Length > 0 || url.Fragment.Length > 0) return WebhookRefusal.UrlInvalid;
        if (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp) return WebhookRefusal.UrlInvalid;
        if (url.Scheme != Uri.UriSchemeHttps && !options.Value.AllowHttp) return WebhookRefusal.NotHttps;
        return !options.Value.AllowPrivateAddresses && IsVisiblyPrivate(url) ? WebhookRefusal.PrivateAddress : null;
    }

    private static bool IsVisiblyPrivate(Uri url)
    {
        if (url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6) return !IPAddress.TryParse(url.DnsSafeHost, out var address) || !PublicAddresses.Include(address);
        var name = url.DnsSafeHost.TrimEnd('.');
        return !name.Contains('.', StringComparison.Ordinal) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);
    }
}
