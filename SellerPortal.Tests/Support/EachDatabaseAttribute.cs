using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace SellerPortal.Tests.Support;

/// <summary>The two databases the portal runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs a theory whose first parameter is a <see cref="DatabaseKind"/> on SQLite and on PostgreSQL; the latter is
/// skipped by name where PORTAL_TEST_POSTGRES holds no connection string.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachDatabaseAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        ITheoryDataRow[] rows =
        [
            new TheoryDataRow<DatabaseKind>(DatabaseKind.Sqlite),
            new TheoryDataRow<DatabaseKind>(DatabaseKind.Postgres) { Skip = TestDatabase.WhyNoPostgres },
        ];
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(rows);
    }

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
