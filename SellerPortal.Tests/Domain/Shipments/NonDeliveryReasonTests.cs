using SellerPortal.Domain.Shipments;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class NonDeliveryReasonTests
{
    [Theory]
    [InlineData(1, NonDeliveryConsequence.OneMoreAttempt)]
    [InlineData(8, NonDeliveryConsequence.OneMoreAttempt)]
    [InlineData(35, NonDeliveryConsequence.OneMoreAttempt)]
    [InlineData(5, NonDeliveryConsequence.NextWorkingDay)]
    [InlineData(15, NonDeliveryConsequence.NextWorkingDay)]
    [InlineData(6, NonDeliveryConsequence.EnquiryNextWorkingDay)]
    [InlineData(7, NonDeliveryConsequence.EnquiryNextWorkingDay)]
    [InlineData(30, NonDeliveryConsequence.RedirectedSameDay)]
    [InlineData(2, NonDeliveryConsequence.RedirectedSameDay)]
    [InlineData(9, NonDeliveryConsequence.ReturnedToSender)]
    [InlineData(18, NonDeliveryConsequence.ReturnedToSender)]
    [InlineData(40, NonDeliveryConsequence.ReturnedToSender)]
    [InlineData(14, NonDeliveryConsequence.ReturnedAfterSevenDays)]
    [InlineData(17, NonDeliveryConsequence.ReturnedAfterSevenDays)]
    [InlineData(11, NonDeliveryConsequence.ReturnedAfterSevenDays)]
    [InlineData(25, NonDeliveryConsequence.Unstated)]
    [InlineData(99, NonDeliveryConsequence.Unstated)]
    public void Consequence_OfAReason_IsTheOffices(int reason, NonDeliveryConsequence expected) =>
        Assert.Equal(expected, ((NonDeliveryReason)reason).Consequence());
}
