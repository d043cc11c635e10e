using SellerPortal.Domain.Shipments;
using SellerPortal.Features.FailedDeliveries;

namespace SellerPortal.Tests.Features.FailedDeliveries;

public sealed class FailuresFilterTests
{
    [Theory]
    [InlineData("", "/failed-deliveries")]
    [InlineData("?tab=held&page=3", "/failed-deliveries?tab=Held&page=3")]
    [InlineData("?tab=2&reason=1&page=-4&unanswered=yes", "/failed-deliveries")]
    [InlineData("?tab=Silent&reason=DoorLocked", "/failed-deliveries?tab=Silent")]
    [InlineData("?reason=doorlocked&unanswered=1", "/failed-deliveries?reason=DoorLocked&unanswered=1")]
    [InlineData("?tab=nonsense&reason=Nonsense&page=99999999999", "/failed-deliveries")]
    public void Parse_AnyQuery_KeepsWhatItUnderstands(string query, string url) => Assert.Equal(url, FailuresFilter.Parse(query).ToUrl());

    [Fact]
    public void ToUrl_AnyFilter_IsReadBackAsItWas()
    {
        var filter = new FailuresFilter { Reason = NonDeliveryReason.Refused, Unanswered = true, Page = 4 };
        Assert.Equal(filter, FailuresFilter.Parse(filter.ToUrl()[filter.ToUrl().IndexOf('?', StringComparison.Ordinal)..]));
    }
}
