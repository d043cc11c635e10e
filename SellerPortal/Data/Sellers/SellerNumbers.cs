using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Sellers;

/// <summary>Gives out customer ids and contract numbers.</summary>
public static class SellerNumbers
{
    /// <summary>The next DoP customer id that no seller has: ten digits.</summary>
    /// <returns>The id, or null when the series is used up.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction: two at once could take the same.</exception>
    public static async Task<string?> TakeCustomerIdAsync(this PortalDbContext database, CancellationToken token)
    {
        while (await TakeAsync(database, NumberSeries.CustomerIds, token) is { } number)
        {
            if (!await database.Sellers.AnyAsync(seller => seller.CustomerId == number, token)) return number;
        }

        return null;
    }

    /// <summary>The next contract number that no seller has: eight digits.</summary>
    /// <returns>The number, or null when the series is used up.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction: two at once could take the same.</exception>
    public static async Task<string?> TakeContractNumberAsync(this PortalDbContext database, CancellationToken token)
    {
        while (await TakeAsync(database, NumberSeries.ContractNumbers, token) is { } number)
        {
            if (!await database.Sellers.AnyAsync(seller => seller.ContractNumber == number, token)) return number;
        }

        return null;
    }

    private static async Task<string?> TakeAsync(PortalDbContext database, string name, CancellationToken token)
    {
        if (database.Database.CurrentTransaction is null) throw new InvalidOperationException("A number is taken within a transaction.");
        var own = database.NumberSeries.Where(series => series.Name == name);

        // The database takes the step, and the row stays ours until the commit: of two at once one waits.
        var taken = await own
            .Where(series => series.Next <= series.Last)
            .ExecuteUpdateAsync(set => set.SetProperty(series => series.Next, series => series.Next + 1), token);
        if (taken == 0) return null;
        return (await own.Select(series => series.Next - 1).SingleAsync(token)).ToString(CultureInfo.InvariantCulture);
    }
}
