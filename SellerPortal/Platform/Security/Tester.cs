using Microsoft.AspNetCore.Authentication;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Platform.Security;

/// <summary>Finds out who looks at the articles of the test mode, where everybody may ask and nobody has to say who asks.</summary>
internal static class Tester
{
    /// <summary>The seller in whose test mode the call is: by its key, or by the account that is signed in. Null outside the test mode.</summary>
    public static async Task<SellerId?> OfAsync(HttpContext context)
    {
        var user = context.User;
        if (ApiKeyAuthentication.KeyOf(context.Request) is { } key && ApiKey.IsTest(key))
        {
            var called = await context.AuthenticateAsync(ApiKeyAccess.Scheme);
            if (called.Principal is { } principal) user = principal;
        }

        return user.Identity is { IsAuthenticated: true } && user.ToActor() is { IsTest: true, SellerId: { } seller } ? seller : null;
    }
}
