using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;

namespace SellerPortal.Data.Sellers;

/// <summary>Who gets the letters to a seller.</summary>
internal static class LetterReceivers
{
    /// <summary>The chosen colleagues who are still there; without any the address of the registration.</summary>
    /// <param name="database">The database.</param>
    /// <param name="seller">The seller.</param>
    /// <param name="registered">The address of the registration.</param>
    /// <param name="chosen">Accounts that were chosen for letters.</param>
    /// <param name="token">Ends the reading.</param>
    public static async Task<IReadOnlyList<string>> LetterReceiversAsync(
        this PortalDbContext database, SellerId seller, string registered, IReadOnlyList<Guid> chosen, CancellationToken token)
    {
        if (chosen.Count == 0) return [registered];
        var found = await database.Users.Where(user => user.SellerId == seller && chosen.Contains(user.Id) && user.Email != null).Select(user => user.Email!).ToListAsync(token);
        return found.Count == 0 ? [registered] : found;
    }
}
