using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Domain.Access;
using SellerPortal.Features.ApiKeys;
using SellerPortal.Platform.Api;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.ApiKeys;

public sealed class AnswerStoreTests
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);
    private static readonly Guid Owner = Guid.CreateVersion7(Now);
    private static readonly byte[] Content = [1];

    private readonly FakeTimeProvider clock = new(Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Begin_KeyIsKnown_SaysWhatIsKnown(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        var hold = await TakeAsync(store, resumed: false);
        Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<IdempotencyState.Running>(await BeginAsync(store)).Wait);
        Assert.IsType<IdempotencyState.OtherContent>(await store.BeginAsync(Owner, "k", [2], Token));
        Assert.IsType<IdempotencyState.Begun>(await store.BeginAsync(Guid.CreateVersion7(Now), "k", [2], Token));
        Assert.Equal(7, (await store.KeepAsync(hold, Answer(7))).Body[0]);
        await store.ForgetAsync(hold);
        clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(7, Assert.IsType<IdempotencyState.Answered>(await BeginAsync(store)).Answer.Body[0]);
        Assert.IsType<IdempotencyState.OtherContent>(await store.BeginAsync(Owner, "k", [2], Token));
    }

    [Theory, EachDatabase]
    public async Task Begin_KeyWasAnsweredLongAgo_HasEndedForGood(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        using var forget = new ForgetAnswers(databases, store, clock, NullLogger<ForgetAnswers>.Instance);
        await store.KeepAsync(await TakeAsync(store, resumed: false), Answer(7));
        clock.Advance(IdempotentCall.Kept);
        await forget.ExecuteOnceAsync(Token);
        Assert.IsType<IdempotencyState.Answered>(await BeginAsync(store));

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<IdempotencyState.Ended>(await BeginAsync(store));
        await forget.ExecuteOnceAsync(Token);
        await using (var database = databases.CreateDbContext()) Assert.Null((await database.IdempotentCalls.SingleAsync(Token)).Body);
        clock.Advance(TimeSpan.FromDays(365));
        Assert.IsType<IdempotencyState.Ended>(await BeginAsync(store));
        Assert.IsType<IdempotencyState.OtherContent>(await store.BeginAsync(Owner, "k", [2], Token));
    }

    [Theory, EachDatabase]
    public async Task Begin_KeyWasNeverAnswered_GoesOnHoweverLate(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        using var forget = new ForgetAnswers(databases, store, clock, NullLogger<ForgetAnswers>.Instance);
        await TakeAsync(store, resumed: false);
        clock.Advance(IdempotentCall.Kept * 2);
        await forget.ExecuteOnceAsync(Token);
        await TakeAsync(store, resumed: true);
    }

    [Theory, EachDatabase]
    public async Task Begin_HolderIsSilent_SaysHowLongAndThenTakesOver(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        await TakeAsync(store, resumed: false);
        clock.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(IdempotentCall.Lease - TimeSpan.FromSeconds(12), Assert.IsType<IdempotencyState.Running>(await BeginAsync(store)).Wait);
        clock.Advance(TimeSpan.FromSeconds(8));
        await TakeAsync(store, resumed: true);
    }

    [Theory, EachDatabase]
    public async Task Renew_HolderLives_KeepsTheCallBeyondTheLease(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        var hold = await TakeAsync(store, resumed: false);
        for (var i = 0; i < 8; i++)
        {
            clock.Advance(IdempotentCall.RenewedEvery);
            hold = Assert.IsType<IdempotencyHold>(await store.RenewAsync(hold));
            Assert.Equal(TimeSpan.FromSeconds(1), Assert.IsType<IdempotencyState.Running>(await BeginAsync(store)).Wait);
        }

        Assert.Equal(7, (await store.KeepAsync(hold, Answer(7))).Body[0]);
        Assert.IsType<IdempotencyState.Answered>(await BeginAsync(store));
    }

    [Theory, EachDatabase]
    public async Task FirstHolder_CallWasTakenOver_ChangesNothing(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        var first = await TakeAsync(store, resumed: false);
        clock.Advance(IdempotentCall.Lease);
        var second = await TakeAsync(store, resumed: true);
        Assert.Null(await store.RenewAsync(first));
        await store.ReleaseAsync(first);
        await store.ForgetAsync(first);
        Assert.IsType<IdempotencyState.Running>(await BeginAsync(store));

        // While the second one runs the first answers with what it made itself; then with what was kept.
        Assert.Equal(1, (await store.KeepAsync(first, Answer(1))).Body[0]);
        Assert.Equal(2, (await store.KeepAsync(second, Answer(2))).Body[0]);
        Assert.Equal(2, (await store.KeepAsync(first, Answer(1))).Body[0]);
        Assert.Equal(2, Assert.IsType<IdempotencyState.Answered>(await BeginAsync(store)).Answer.Body[0]);
    }

    [Theory, EachDatabase]
    public async Task Release_CallBrokeOff_IsTakenOverAtOnceWithTheSameContent(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        await store.ReleaseAsync(await TakeAsync(store, resumed: false));
        Assert.IsType<IdempotencyState.OtherContent>(await store.BeginAsync(Owner, "k", [2], Token));
        var second = await TakeAsync(store, resumed: true);
        await store.ForgetAsync(second);
        Assert.IsType<IdempotencyState.Begun>(await store.BeginAsync(Owner, "k", [2], Token));
    }

    [Theory, EachDatabase]
    public async Task Keep_LongAnswer_IsKeptShortAndGivenWhole(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1_000).Select(i => $"{{\"index\":{i},\"outcome\":\"Booked\"}}")));
        await store.KeepAsync(await TakeAsync(store, resumed: false), new StoredAnswer(200, "application/json", null, null, body));
        Assert.Equal(body, Assert.IsType<IdempotencyState.Answered>(await BeginAsync(store)).Answer.Body);
        await using var database = databases.CreateDbContext();
        Assert.True((await database.IdempotentCalls.Select(call => call.Body).SingleAsync(Token))!.Length < body.Length / 4);
    }

    [Theory, EachDatabase]
    public async Task Begin_SixtyFourAtOnce_OneHolds(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        for (var round = 0; round < 3; round++)
        {
            // New at first, then lost by its holder, twice.
            var states = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => BeginAsync(store), Token)));
            Assert.Equal(round > 0, Assert.Single(states.OfType<IdempotencyState.Begun>()).Hold.IsResumed);
            Assert.Equal(63, states.OfType<IdempotencyState.Running>().Count());
            clock.Advance(IdempotentCall.Lease);
        }
    }

    [Theory, EachDatabase]
    public async Task Start_AfterACrash_ReleasesWhatOnlyADeadProcessCanHold(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var store = new AnswerStore(databases, clock);
        await TakeAsync(store, resumed: false);
        using var start = new ForgetAnswers(databases, store, clock, NullLogger<ForgetAnswers>.Instance);
        await start.StartAsync(Token);
        await start.StopAsync(Token);
        if (kind == DatabaseKind.Sqlite) await TakeAsync(store, resumed: true);
        else Assert.IsType<IdempotencyState.Running>(await BeginAsync(store));
    }

    private static Task<IdempotencyState> BeginAsync(AnswerStore store) => store.BeginAsync(Owner, "k", Content, Token);

    private static async Task<IdempotencyHold> TakeAsync(AnswerStore store, bool resumed)
    {
        var hold = Assert.IsType<IdempotencyState.Begun>(await BeginAsync(store)).Hold;
        Assert.Equal(resumed, hold.IsResumed);
        return hold;
    }

    private static StoredAnswer Answer(byte mark) => new(201, "application/json", "/x", null, [mark]);
}
