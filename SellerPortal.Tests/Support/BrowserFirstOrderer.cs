using SellerPortal.Tests.EndToEnd;
using SellerPortal.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(BrowserFirstOrderer))]

namespace SellerPortal.Tests.Support;

/// <summary>
/// Begins with the journeys: they walk one after the other and take the longest, so that started last they would be
/// waited for alone.
/// </summary>
public sealed class BrowserFirstOrderer : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => collection.TestCollectionDisplayName == BrowserCollection.Name)];
}
