using SellerPortal.Domain.Shipments;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class FeedTimeTests
{
    [Theory]
    [InlineData("2026-11-23T09:12:00Z", "2026-11-23T03:42:00.000000")]
    [InlineData("2026-11-23T09:12:00.123Z", "2026-11-23T03:42:00.123000")]
    [InlineData("2026-11-23T09:12:00.1234567Z", "2026-11-23T03:42:00.123456")]
    [InlineData("2026-11-23T09:12:00", "2026-11-23T03:42:00.000000")]
    [InlineData("2026-11-23 09:12", "2026-11-23T03:42:00.000000")]
    [InlineData("2026-11-23T00:00:00z", "2026-11-22T18:30:00.000000")]
    [InlineData("2026-11-23T09:12:00+05:30", "2026-11-23T03:42:00.000000")]
    [InlineData("2026-11-23T09:12:00+00:00", "2026-11-23T09:12:00.000000")]
    public void TryParse_FeedsTime_IsIndianUnlessAnOffsetIsWritten(string text, string utc)
    {
        Assert.True(FeedTime.TryParse(text, out var time));
        Assert.Equal(utc, time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", null));
        Assert.Equal(TimeSpan.Zero, time.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("yesterday")]
    [InlineData("2026-11-23")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-02-30T00:00:00Z")]
    [InlineData("23/11/2026 09:12")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("1763889120")]
    public void TryParse_SomethingElse_IsRefused(string text) => Assert.False(FeedTime.TryParse(text, out _));
}
