using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SellerPortal.Data;

/// <summary>
/// Lets PostgreSQL keep the plan of a question that is asked thousands of times a second and has one right plan, such as a
/// look-up by a unique number. Not for all questions, as the setting Max Auto Prepare would: a list has to be planned for
/// the seller and the words it is asked for, and a kept plan makes a search twenty times as slow.
/// </summary>
internal static class KeptPlans
{
    private const string Tag = "The plan is kept";

    /// <summary>Marks a question whose plan is kept. On SQLite, which prepares everything, it changes nothing.</summary>
    public static IQueryable<T> KeepPlan<T>(this IQueryable<T> query) => query.TagWith(Tag);

    /// <summary>Prepares marked commands; on a connection that knows one already this costs no journey to the server.</summary>
    internal sealed class Interceptor : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith($"-- {Tag}", StringComparison.Ordinal)) await command.PrepareAsync(cancellationToken);
            return result;
        }
    }
}
