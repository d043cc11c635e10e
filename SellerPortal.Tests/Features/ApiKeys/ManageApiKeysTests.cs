using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Features.ApiKeys;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.ApiKeys;

public sealed class ManageApiKeysTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Create_ByOwnerAndAdmin_EachSeesItsOwn(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (owner, other) = (await OwnerAsync(databases), await OwnerAsync(databases));
        var manage = new ManageApiKeys(databases, new FakeTimeProvider(Now));
        Assert.NotNull((await manage.CreateAsync(Wish(owner), owner, Token)).Key);
        Assert.NotNull((await manage.CreateAsync(new NewApiKey("Feed", Scopes(ApiScopes.TrackingWrite), null), TestSellers.Admin, Token)).Key);
        var own = Assert.Single(await manage.ListAsync(owner, Token));
        Assert.Equal("ERP", own.Name);
        Assert.Equal("Feed", Assert.Single(await manage.ListAsync(TestSellers.Admin, Token)).Name);
        Assert.Empty(await manage.ListAsync(other, Token));
        Assert.False(await manage.RevokeAsync(own.Id, other, Token));
        Assert.Equal(KeyRefusal.NotAllowed, (await manage.RotateAsync(own.Id, TimeSpan.Zero, other, Token)).Refusal);
        Assert.True(await manage.RevokeAsync(own.Id, owner, Token));
        Assert.False(Assert.Single(await manage.ListAsync(owner, Token)).IsActive(Now));
    }

    [Theory, EachDatabase]
    public async Task Create_BeyondWhatTheAccountMay_IsRefused(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var owner = await OwnerAsync(databases);
        var manage = new ManageApiKeys(databases, new FakeTimeProvider(Now));
        Actor[] others = [owner with { Team = TeamRole.Booking }, owner with { Team = TeamRole.ViewOnly }];
        foreach (var colleague in others) Assert.Equal(KeyRefusal.NotAllowed, (await manage.CreateAsync(Wish(owner), colleague, Token)).Refusal);
        Assert.Equal(KeyRefusal.NotAllowed, (await manage.CreateAsync(Wish(owner) with { Scopes = Scopes(ApiScopes.TrackingWrite) }, owner, Token)).Refusal);
        Assert.Equal(KeyRefusal.NotAllowed, (await manage.CreateAsync(Wish(owner) with { SellerId = SellerId.New(Now) }, owner, Token)).Refusal);
        for (var i = 0; i < ApiKey.MostOpen; i++) Assert.NotNull((await manage.CreateAsync(Wish(owner), owner, Token)).Key);
        Assert.Equal(KeyRefusal.TooMany, (await manage.CreateAsync(Wish(owner), owner, Token)).Refusal);
        var one = (await manage.ListAsync(owner, Token))[0].Id;
        Assert.Equal(KeyRefusal.TooMany, (await manage.RotateAsync(one, TimeSpan.FromHours(1), owner, Token)).Refusal);
        Assert.NotNull((await manage.RotateAsync(one, TimeSpan.Zero, owner, Token)).Key);
    }

    [Theory, EachDatabase]
    public async Task Rotate_AKey_BothOpenForTheOverlap(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var owner = await OwnerAsync(databases);
        var clock = new FakeTimeProvider(Now);
        var manage = new ManageApiKeys(databases, clock);
        var check = new CheckApiKey(databases, clock);
        var first = (await manage.CreateAsync(Wish(owner), owner, Token)).Key!;
        var id = Assert.Single(await manage.ListAsync(owner, Token)).Id;
        var second = (await manage.RotateAsync(id, TimeSpan.FromHours(24), owner, Token)).Key!;
        Assert.NotNull(await check.FindAsync(first, Token));
        Assert.Equal("labels", (await check.FindAsync(second, Token))!.Scopes);
        clock.Advance(TimeSpan.FromHours(25));
        Assert.Null(await check.FindAsync(first, Token));
        Assert.NotNull(await check.FindAsync(second, Token));
        Assert.Equal(KeyRefusal.Ended, (await manage.RotateAsync(id, TimeSpan.Zero, owner, Token)).Refusal);
    }

    private static HashSet<string> Scopes(params string[] scopes) => [.. scopes];

    private static NewApiKey Wish(Actor owner) => new("ERP", Scopes(ApiScopes.Labels), Now.AddDays(30), owner.SellerId);

    private static async Task<Actor> OwnerAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        return (await TestSellers.ApprovedAsync(database)).Actor;
    }
}
