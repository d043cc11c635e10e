using SellerPortal.Data.Bulk;

namespace SellerPortal.Tests.Support;

/// <summary>The bulk writer of each database.</summary>
internal static class BulkWriters
{
    public static IBulkWriter Of(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? new SqliteBulkWriter() : new PostgresBulkWriter();
}
