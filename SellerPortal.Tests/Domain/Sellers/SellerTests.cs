using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Sellers;

public sealed class SellerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);
    private static readonly Guid Admin = Guid.CreateVersion7();

    [Fact]
    public void Register_New_WaitsAndMayNotBook()
    {
        var seller = New();
        Assert.Equal(SellerStatus.Pending, seller.Status);
        Assert.False(seller.MayBook);
        Assert.Null(seller.CustomerId);
    }

    [Fact]
    public void Approve_Pending_MayBook()
    {
        var seller = New();
        seller.Approve("1000000001", "40000001", Now, Admin);
        Assert.True(seller.MayBook);
        Assert.True(seller.HasContract);
        Assert.Equal((Now, Admin), (seller.DecidedAt, seller.DecidedBy));
    }

    [Fact]
    public void Approve_Decided_IsRefused()
    {
        var approved = New();
        approved.Approve("1000000001", null, Now);
        Assert.Equal("seller.not_pending", Assert.Throws<DomainRuleException>(() => approved.Approve("1000000002", null, Now)).Code);
        Assert.Equal("seller.not_pending", Assert.Throws<DomainRuleException>(() => approved.Reject("No", Now)).Code);
        Assert.Equal("1000000001", approved.CustomerId);
    }

    [Fact]
    public void Resubmit_Rejected_WaitsAgain()
    {
        var seller = New();
        seller.Reject("The PAN belongs to another firm.", Now, Admin);
        Assert.Equal("The PAN belongs to another firm.", seller.StatusReason);

        seller.Resubmit(TestSellers.Registration("Acme Trading"), Now.AddDays(1));
        Assert.Equal((SellerStatus.Pending, "Acme Trading", null), (seller.Status, seller.LegalName, seller.StatusReason));
        Assert.Null(seller.DecidedAt);
        Assert.Equal("seller.not_rejected", Assert.Throws<DomainRuleException>(() => seller.Resubmit(TestSellers.Registration("Acme"), Now)).Code);
    }

    [Theory]
    [InlineData(999_999_999)]
    [InlineData(10_000_000_000)]
    [InlineData(0)]
    public void NumberSeries_OfAnotherLength_IsRefused(long first) =>
        Assert.Throws<DomainRuleException>(() => NumberSeries.StartAt(NumberSeries.CustomerIds, first, 10));

    private static Seller New() => Seller.Register(SellerId.New(Now), TestSellers.Registration("Acme Traders"), Now);
}
