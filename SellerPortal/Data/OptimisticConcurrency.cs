using Microsoft.EntityFrameworkCore;

namespace SellerPortal.Data;

/// <summary>Changes that meet another change of the same row.</summary>
public static class OptimisticConcurrency
{
    private const int MostAttempts = 5;

    /// <summary>
    /// Reads, decides and saves; when somebody else saved the same row in between, does all of it again with what is
    /// there now. Each attempt must open a context of its own.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Others were faster five times in a row.</exception>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> attempt, CancellationToken token)
    {
        for (var count = 1; ; count++)
        {
            try
            {
                return await attempt();
            }
            catch (DbUpdateConcurrencyException) when (count < MostAttempts)
            {
                await Task.Delay(5 * count, token);
            }
        }
    }
}
