using Microsoft.EntityFrameworkCore;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Pickups;

/// <summary>Changes of pickups that meet other changes.</summary>
internal static class PickupAttempts
{
    private const int Most = 10;

    /// <summary>
    /// Does all of it again when another change of the same rows came first. Each attempt opens a context of its own.
    /// </summary>
    public static async Task<PickupResult> RunAsync(Func<Task<PickupResult>> attempt, CancellationToken token)
    {
        for (var count = 1; ; count++)
        {
            try
            {
                return await attempt();
            }
            catch (Exception fault) when (count < Most && Came(fault))
            {
                await Task.Delay(5 * count, token);
            }
        }
    }

    private static bool Came(Exception fault) =>
        fault is DbUpdateException || fault.IsTransientOfDatabase();
}
