using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace SellerPortal.Platform.Errors;

/// <summary>Tells faults of the database from faults of the program.</summary>
public static class DatabaseFaults
{
    /// <summary>
    /// True for what the database refused or did not answer to, however it is wrapped: a provider that finds its server gone
    /// throws an <see cref="InvalidOperationException"/> around its own exception.
    /// </summary>
    public static bool IsOfDatabase(this Exception fault) => fault is DbUpdateException || Inside(fault) is not null;

    /// <summary>True for a fault that may be gone at the next attempt, such as a deadlock or a lost connection.</summary>
    public static bool IsTransientOfDatabase(this Exception fault) => Inside(fault) is { IsTransient: true };

    private static DbException? Inside(Exception? fault)
    {
        while (fault is not (null or DbException)) fault = fault.InnerException;
        return fault as DbException;
    }
}
