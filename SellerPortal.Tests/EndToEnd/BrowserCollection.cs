using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>All journeys share one portal and one browser, and walk one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserPortal>
{
    public const string Name = "Browser";
}
