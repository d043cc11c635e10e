using Microsoft.AspNetCore.Authentication;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Platform.Security;

/// <summary>Finds out who looks at the articles of the test mode, where everybody may ask and nobody has to say who asks.</summary>
internal static class Tester
{
    /// <summary>The seller in whose test mode the call is: by its key, by the seller that a partner acts for, or by the account that is signed in. Null outside the test mode.</summary>
    public static async Task<SellerId?> OfAsync(HttpContext context)
    {
        var user = context.User;
        if (SchemeOf(context.Request) is { } scheme)
        {
            var called = await context.AuthenticateAsync(scheme);
            if (called.Principal is { } principal) user = principal;
        }

        return user.Identity is { IsAuthenticated: true } && user.ToActor() is { IsTest: true, SellerId: { } seller } ? seller : null;
    }

    /// <summary>How a call that speaks of the test mode says who it is; null for all others, which then cost nothing.</summary>
    private static string? SchemeOf(HttpRequest request)
    {
        if (ApiKeyAuthentication.KeyOf(request) is { } key && ApiKey.IsTest(key)) return ApiKeyAccess.Scheme;
        return Guid.TryParse(request.Headers[PartnerAccess.SellerHeader], out var seller) && new SellerId(seller).IsTest ? PartnerAccess.Scheme : null;
    }
}
