using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class RecallPriceTests
{
    [Theory]
    [InlineData(6, 41, 1)]
    [InlineData(6, 0, 2)]
    [InlineData(100, 41, 18)]
    [InlineData(0, 0, 0)]
    public void Of_AFee_IsTaxedAsTheBookingWas(long fee, long igst, long tax)
    {
        var booked = TestShipments.New(SellerId.New(TestShipments.BookedAt)).Price with { Igst = Money.FromRupees(igst) };
        var price = RecallPrice.Of(Money.FromRupees(fee), booked, 18);
        Assert.Equal((Money.FromRupees(fee), Money.FromRupees(tax), Money.FromRupees(fee + tax)), (price.Fee, price.Tax, price.Total));
    }
}
