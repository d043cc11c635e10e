using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Work;
using SellerPortal.Features.Notifications.Letters;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Tests.Features.Notifications;

public sealed class SendLetterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void RetryAfter_WhileTheServerIsAway_WaitsLongerAndLongerForMoreThanADay()
    {
        var send = new SendLetter(new Drop(), new FakeTimeProvider(Now));
        var pauses = new List<TimeSpan>();
        for (var attempt = 1; send.RetryAfter(attempt) is { } pause; attempt++) pauses.Add(pause);
        Assert.Equal(pauses.Order(), pauses);
        Assert.True(pauses.Sum(pause => pause.TotalHours) > 24);
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromSeconds(30), TimeSpan.FromHours(6)));
    }

    [Fact]
    public async Task Execute_ALetterWhoseTimeIsOver_IsDropped()
    {
        var drop = new Drop();
        var send = new SendLetter(drop, new FakeTimeProvider(Now));
        await send.ExecuteAsync(Item(new Letter("a@b.in", "x", "y") { NotAfter = Now.AddMinutes(-1) }), TestContext.Current.CancellationToken);
        Assert.Empty(drop.Ids);
        var item = Item(new Letter("a@b.in", "x", "y") { NotAfter = Now.AddMinutes(1) });
        await send.ExecuteAsync(item, TestContext.Current.CancellationToken);
        await send.ExecuteAsync(item, TestContext.Current.CancellationToken);
        Assert.Equal([item.Id, item.Id], drop.Ids);
    }

    private static WorkItem Item(Letter letter) => WorkItem.Of(LetterQueue.Kind, System.Text.Json.JsonSerializer.Serialize(letter), Now);

    private sealed class Drop : IMailDrop
    {
        public List<Guid> Ids { get; } = [];

        public Task DropAsync(Letter letter, Guid id, CancellationToken token)
        {
            Ids.Add(id);
            return Task.CompletedTask;
        }
    }
}
