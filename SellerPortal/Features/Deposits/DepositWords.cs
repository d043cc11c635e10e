using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;

namespace SellerPortal.Features.Deposits;

/// <summary>Deposits in words.</summary>
internal static class DepositWords
{
    /// <summary>For how long a deposit lasts.</summary>
    public static string Lasts(IStringLocalizer texts, Deposit deposit) => deposit.LastsDays switch
    {
        null => texts["LastsUnknown"],
        0 => texts["LastsNoDay"],
        1 => texts["LastsOneDay"],
        { } days => texts["LastsDays", IndianFormat.Number(days)],
    };
}
