using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Work;
using SellerPortal.Features.Notifications.Letters;
using SellerPortal.Platform.Mail;
using SellerPortal.Tests.Platform.Mail;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Notifications;

public sealed class SendLetterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void RetryAfter_WhileTheServerIsAway_WaitsLongerAndLongerForAWeek()
    {
        var send = new SendLetter(new Drop(), new FakeTimeProvider(Now));
        var pauses = new List<TimeSpan>();
        for (var attempt = 1; send.RetryAfter(attempt) is { } pause; attempt++) pauses.Add(pause);
        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(pauses.Sum(pause => pause.TotalDays), 7, 8);
        Assert.All(pauses, pause => Assert.InRange(pause, TimeSpan.FromSeconds(30), TimeSpan.FromHours(6)));
    }

    [Fact]
    public async Task Execute_ALetterWhoseTimeIsOver_IsDropped()
    {
        var drop = new Drop();
        var send = new SendLetter(drop, new FakeTimeProvider(Now));
        await send.ExecuteAsync(Item(new Letter("a@b.in", "x", "y") { NotAfter = Now.AddMinutes(-1) }), Token);
        Assert.Empty(drop.Ids);
        var item = Item(new Letter("a@b.in", "x", "y") { NotAfter = Now.AddMinutes(1) });
        await send.ExecuteAsync(item, Token);
        await send.ExecuteAsync(item, Token);
        Assert.Equal([item.Id, item.Id], drop.Ids);
    }

    /// <summary>The post books on and scans on while the mail server is dead; when it is back, each letter comes once.</summary>
    [Theory, EachDatabase]
    public async Task Server_DeadAndBack_GetsEachLetterOnce(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        int port;
        await using (var gone = new FakeMailServer()) port = gone.Port;
        var drop = new SmtpMailDrop(
            new SmtpServer("127.0.0.1", port, SecureSocketOptions.None, Account: null), Options.Create(new MailOptions { From = "no-reply@portal.example" }), world.Time);
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(world.Time)
            .AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases)
            .AddSingleton<IWorkHandler>(new SendLetter(drop, world.Time))
            .AddSingleton<IShipmentChangeHandler>(world.Tell)
            .AddPortalWork()
            .BuildServiceProvider();
        foreach (var service in services.GetServices<IHostedService>()) await service.StartAsync(Token);

        await world.BookAsync(1, "stores@pwd.gov.in");
        await UntilAsync(world, database => database.WorkItems.AnyAsync(item => item.LastFault != null, Token));
        await world.BookAsync(1, "office@pwd.gov.in");
        await UntilAsync(world, database => database.WorkItems.AllAsync(item => item.LastFault != null, Token), atLeast: 2);
        await using var server = new FakeMailServer(port: port);
        world.Time.Advance(TimeSpan.FromHours(1));
        await UntilAsync(world, database => database.WorkItems.AllAsync(_ => false, Token));
        foreach (var service in services.GetServices<IHostedService>()) await service.StopAsync(Token);
        Assert.Equal(2, server.Letters.Count);
        foreach (var to in new[] { "stores@pwd.gov.in", "office@pwd.gov.in" }) Assert.Single(server.Letters, letter => letter.Contains(to, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("550 5.1.1 No such user", true)]
    [InlineData("450 4.2.1 Mailbox busy", false)]
    public async Task Server_RefusesTheReceiver_IsFinalOnlyWhenItSaysSo(string answer, bool final)
    {
        await using var server = new FakeMailServer(receiver: answer);
        var drop = new SmtpMailDrop(
            new SmtpServer("127.0.0.1", server.Port, SecureSocketOptions.None, Account: null), Options.Create(new MailOptions { From = "no-reply@portal.example" }), new FakeTimeProvider(Now));
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => drop.DropAsync(new Letter("a@b.in", "x", "y"), Guid.CreateVersion7(Now), Token));
        Assert.Equal(final, fault is WorkRefusedException);
        Assert.Empty(server.Letters);
    }

    private static async Task UntilAsync(NewsWorld world, Func<PortalDbContext, Task<bool>> holds, int atLeast = 0)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            await using var database = world.Databases.CreateDbContext();
            if (await database.WorkItems.CountAsync(Token) >= atLeast && await holds(database)) return;
            await Task.Delay(50, patience.Token);
        }
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
