using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Sellers;

public sealed class TestModeDecisionTests
{
    [Fact]
    public void DecideInTestMode_OfARealSeller_IsRefused()
    {
        var seller = Seller.Register(SellerId.New(DateTimeOffset.UnixEpoch), TestSellers.Registration("Acme Traders"), DateTimeOffset.UnixEpoch);
        Assert.Throws<DomainRuleException>(() => seller.DecideInTestMode(DateTimeOffset.UnixEpoch));
        Assert.Equal(SellerStatus.Pending, seller.Status);
    }
}
