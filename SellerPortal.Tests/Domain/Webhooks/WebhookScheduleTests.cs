using CsCheck;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Tests.Domain.Webhooks;

public sealed class WebhookScheduleTests
{
    [Fact]
    public void After_WithoutJitter_IsThePublishedPlan()
    {
        TimeSpan?[] plan =
        [
            TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
            TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24), null,
        ];
        Assert.Equal(plan, Enumerable.Range(1, 10).Select(attempts => WebhookSchedule.After(attempts, jitter: 0)));
    }

    [Fact]
    public void After_AnyJitter_IsALittleLonger() => Gen.Select(Gen.Int[1, 9], Gen.Double[0, 1]).Sample((attempts, jitter) =>
    {
        var (plan, pause) = (WebhookSchedule.Pauses[attempts - 1], WebhookSchedule.After(attempts, jitter)!.Value);
        return pause >= plan && pause <= plan * 1.1 && pause <= plan + TimeSpan.FromMinutes(10);
    });

    [Fact]
    public void After_ReceiverAsksForMore_GetsItUpToADay()
    {
        Assert.Equal(TimeSpan.FromMinutes(2), WebhookSchedule.After(1, 0, TimeSpan.FromMinutes(2)));
        Assert.Equal(TimeSpan.FromMinutes(5), WebhookSchedule.After(2, 0, TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromHours(24), WebhookSchedule.After(1, 0, TimeSpan.FromDays(400)));
        Assert.Null(WebhookSchedule.After(10, 0, TimeSpan.FromMinutes(2)));
    }
}
