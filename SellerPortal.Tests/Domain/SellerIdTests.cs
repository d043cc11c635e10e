using CsCheck;
using SellerPortal.Domain;

namespace SellerPortal.Tests.Domain;

public sealed class SellerIdTests
{
    [Fact]
    public void New_IsNotOfTheTestMode() => Assert.False(SellerId.New(DateTimeOffset.UnixEpoch).IsTest);

    [Fact]
    public void OfKey_AnyKey_IsOfTheWorldAskedFor() => Gen.Guid.Sample(key =>
    {
        Assert.False(SellerId.OfKey(key).IsTest);
        Assert.True(SellerId.OfKey(key, test: true).IsTest);
        Assert.Equal(SellerId.OfKey(key), SellerId.OfKey(key));
    });

    [Fact]
    public void Twin_OfDifferentSellers_Differs() => Gen.Select(Gen.Guid, Gen.Guid).Sample((first, second) =>
    {
        var (one, other) = (SellerId.OfKey(first), SellerId.OfKey(second));
        Assert.True(one.Twin.IsTest);
        Assert.Equal(one == other, one.Twin == other.Twin);
        Assert.Equal(one.Twin, one.Twin.Twin);
    });
}
