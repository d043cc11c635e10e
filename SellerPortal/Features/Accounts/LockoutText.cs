using Microsoft.Extensions.Localization;
using SellerPortal.Data.Accounts;

namespace SellerPortal.Features.Accounts;

/// <summary>Says how long an account stays closed after too many wrong tries.</summary>
internal static class LockoutText
{
    public static string Of(IStringLocalizer<AccountsTexts> texts, PortalUser user, TimeProvider clock)
    {
        var minutes = Math.Ceiling((user.LockoutEnd - clock.GetUtcNow())?.TotalMinutes ?? 1);
        return texts["LockedOut", Math.Max(1, (int)minutes)];
    }
}
