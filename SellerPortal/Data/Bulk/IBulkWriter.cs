namespace SellerPortal.Data.Bulk;

/// <summary>
/// Inserts many rows of one entity about ten times faster than SaveChanges: a prepared command on SQLite, binary COPY
/// on PostgreSQL.
/// </summary>
public interface IBulkWriter
{
    /// <summary>
    /// Inserts the rows within the context's transaction, or within one of its own where there is none: all or nothing.
    /// Columns that the database numbers itself are left to it; the rows do not learn their numbers, and the change
    /// tracker is not told.
    /// </summary>
    /// <typeparam name="T">An entity of the model with all its columns as properties of the class.</typeparam>
    /// <returns>How many rows were written.</returns>
    Task<int> InsertAsync<T>(PortalDbContext database, IEnumerable<T> rows, CancellationToken token)
        where T : class;
}
