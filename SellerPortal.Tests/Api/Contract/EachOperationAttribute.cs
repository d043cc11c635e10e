using System.Reflection;
using SellerPortal.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>Runs a theory of a <see cref="DatabaseKind"/> and the name of an operation for every operation of the API on both databases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachOperationAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. Rows(DatabaseKind.Sqlite, skip: null), .. Rows(DatabaseKind.Postgres, TestDatabase.WhyNoPostgres)]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;

    private static IEnumerable<ITheoryDataRow> Rows(DatabaseKind kind, string? skip) =>
        ContractExamples.All.Keys.Select(id => new TheoryDataRow<DatabaseKind, string>(kind, id) { Skip = skip });
}
