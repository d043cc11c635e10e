using System.Globalization;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Work;
using SellerPortal.Features.WorkQueue;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.WorkQueue;

public sealed class WorkQueueTests(TestHost host)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Dead_RetriedAndDeleted_OnlyByAnAdmin(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var ids = await DeadAsync(databases, 3);
        var decide = new DecideWork(databases, [], new WorkSignal(), new FakeTimeProvider(Now));
        var list = new ListWork(databases);
        await using (var database = databases.CreateDbContext())
        {
            var (_, seller) = await TestSellers.ApprovedAsync(database);
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decide.RetryAllAsync(seller, Token));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => decide.DeleteAsync(seller, ids[0], Token));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => list.ExecuteAsync(seller, new WorkFilter(Waiting: false, 1), Token));
        }

        Assert.Equal((3, 0), await CountsAsync(list));
        Assert.True(await decide.RetryAsync(TestSellers.Admin, ids[0], Token));
        Assert.False(await decide.DeleteAsync(TestSellers.Admin, ids[0], Token));
        Assert.True(await decide.DeleteAsync(TestSellers.Admin, ids[1], Token));
        Assert.False(await decide.DeleteAsync(TestSellers.Admin, ids[1], Token));
        Assert.Equal((1, 1), await CountsAsync(list));
        Assert.Equal(1, await decide.RetryAllAsync(TestSellers.Admin, Token));
        Assert.Equal((0, 2), await CountsAsync(list));
        var row = (await list.ExecuteAsync(TestSellers.Admin, new WorkFilter(Waiting: true, 1), Token)).Rows[0];
        Assert.Equal((0, "The mail server is away."), (row.Attempts, row.LastFault));
    }

    [Theory, EachDatabase]
    public async Task Running_IsLeftAlone(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        database.Enqueue("mail", "{}", Now);
        await database.SaveChangesAsync(Token);
        var item = (await database.ClaimAsync("mail", Now, Token))!;
        var decide = new DecideWork(databases, [], new WorkSignal(), new FakeTimeProvider(Now));
        Assert.False(await decide.RetryAsync(TestSellers.Admin, item.Id, Token));
        Assert.True(await database.RenewAsync(item, Now, Token));
    }

    [Theory, EachDatabase]
    public async Task Delete_OfWorkThatSomeoneWaitsFor_TellsItsHandlerInTheSameTransaction(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var ids = await DeadAsync(databases, 2);
        var handler = new LeavingANote();
        var decide = new DecideWork(databases, [handler], new WorkSignal(), new FakeTimeProvider(Now));
        Assert.True(await decide.DeleteAsync(TestSellers.Admin, ids[0], Token));
        handler.Fails = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => decide.DeleteAsync(TestSellers.Admin, ids[1], Token));
        await using var database = databases.CreateDbContext();
        Assert.Equal([ids[1]], await database.WorkItems.Where(item => item.Kind == "mail").Select(item => item.Id).ToListAsync(Token));
        Assert.Equal($"{ids[0]}", (await database.WorkItems.SingleAsync(item => item.Kind == "note", Token)).Payload);
    }

    [Fact]
    public async Task Page_WithDeadWork_ShowsWhyAndAsksBeforeItDeletes()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await DeadAsync(databases, 1);
        await using var context = new BunitContext();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddLocalization().AddSingleton<IDbContextFactory<PortalDbContext>>(databases).AddSingleton<TimeProvider>(new FakeTimeProvider(Now)).AddSingleton<WorkSignal>().AddWorkQueue();
        context.AddAuthorization().SetAuthorized("admin").SetClaims(ActorClaims.Of(TestSellers.Admin));
        var page = context.Render<WorkQueuePage>();
        page.WaitForAssertion(() => Assert.Contains("The mail server is away.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("E-mail", page.Markup, StringComparison.Ordinal);
        page.FindAll("button").Single(button => button.TextContent == "Delete").Click();
        page.FindAll("button").Single(button => button.TextContent == "Delete for good").Click();
        page.WaitForAssertion(() => Assert.Contains("Nothing was given up", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryKindOfWork_HasItsWords()
    {
        using var scope = host.Services.CreateScope();
        var texts = TestTexts.Of<WorkQueueTexts>();
        Assert.All(scope.ServiceProvider.GetServices<IWorkHandler>(), handler => Assert.False(texts[$"Kind_{handler.Kind}"].ResourceNotFound, handler.Kind));
    }

    private static async Task<List<Guid>> DeadAsync(TestDatabase databases, int count)
    {
        await using var database = databases.CreateDbContext();
        var items = Enumerable.Range(0, count).Select(_ => WorkItem.Of("mail", "{}", Now.AddDays(-1))).ToList();
        database.WorkItems.AddRange(items);
        await database.SaveChangesAsync(Token);
        await database.WorkItems.ExecuteUpdateAsync(
            set => set.SetProperty(item => item.DeadAt, Now).SetProperty(item => item.Attempts, 14).SetProperty(item => item.LastFault, "The mail server is away."), Token);
        return items.ConvertAll(item => item.Id);
    }

    private static async Task<(int Dead, int Waiting)> CountsAsync(ListWork list)
    {
        var page = await list.ExecuteAsync(TestSellers.Admin, new WorkFilter(Waiting: false, 1), Token);
        return (page.Dead, page.Waiting);
    }

    /// <summary>Writes down which work it was told of.</summary>
    private sealed class LeavingANote : IWorkHandler
    {
        public bool Fails { get; set; }

        public string Kind => "mail";

        public TimeSpan? RetryAfter(int attempts) => null;

        public Task ExecuteAsync(WorkItem item, CancellationToken token) => throw new NotSupportedException();

        public async Task GiveUpAsync(PortalDbContext database, WorkItem item, CancellationToken token)
        {
            database.Enqueue("note", $"{item.Id}", Now);
            await database.SaveChangesAsync(token);
            if (Fails) throw new InvalidOperationException("The note is lost.");
        }
    }
}
