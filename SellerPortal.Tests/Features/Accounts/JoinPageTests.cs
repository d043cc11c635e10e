using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Team;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Accounts;

public sealed class JoinPageTests(TestHost host)
{
    private static int _count;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Join_GoodLink_MakesTheColleagueAndSignsIn()
    {
        var (link, email, seller, _) = await InviteAsync(TeamRole.ViewOnly);
        var visit = await new SiteVisit(host.Anonymous()).OpenAsync(link);
        Assert.Contains(email, visit.Page, StringComparison.Ordinal);
        await JoinAsync(visit, link, password: "short");
        Assert.NotNull(visit.FaultAt("Password"));
        await JoinAsync(visit, link, name: " ");
        Assert.NotNull(visit.FaultAt("DisplayName"));
        await JoinAsync(visit, link);
        Assert.Equal("/today", visit.SentTo);
        await visit.OpenAsync("/team");
        Assert.Contains(email, visit.Page, StringComparison.Ordinal);
        Assert.StartsWith("/denied", (await visit.OpenAsync("/manifests/new")).SentTo, StringComparison.Ordinal);

        await using var database = host.Database();
        var account = await database.Users.SingleAsync(user => user.Email == email, Token);
        Assert.Equal((seller, TeamRole.ViewOnly, "Ravi Kumar"), (account.SellerId, account.TeamRole, account.DisplayName));
        Assert.NotNull(account.LastSignInAt);
        Assert.Contains("Somebody joined with this link already", (await new SiteVisit(host.Anonymous()).OpenAsync(link)).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OfAChangedOrRemovedColleague_EndsWithTheNextRequest()
    {
        var (link, email, seller, owner) = await InviteAsync(TeamRole.Booking);
        var visit = await JoinAsync(await new SiteVisit(host.Anonymous()).OpenAsync(link), link);
        Assert.Null((await visit.OpenAsync("/manifests/new")).SentTo);
        await using var database = host.Database();
        var account = await database.Users.SingleAsync(user => user.Email == email, Token);
        await using var scope = host.Services.CreateAsyncScope();
        var colleagues = scope.ServiceProvider.GetRequiredService<ChangeColleague>();
        Assert.Equal(TeamOutcome.Done, await colleagues.GiveRoleAsync(owner, account.Id, TeamRole.ViewOnly, Token));
        Assert.StartsWith("/denied", (await visit.OpenAsync("/manifests/new")).SentTo, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visit.OpenAsync("/team")).Answer.StatusCode);
        Assert.Equal(TeamOutcome.Done, await colleagues.RemoveAsync(owner, account.Id, Token));
        Assert.StartsWith("/account/sign-in", (await visit.OpenAsync("/team")).SentTo, StringComparison.Ordinal);
        Assert.Equal(seller, owner.SellerId);
    }

    [Fact]
    public async Task Join_OpenedInTimeAndSentTooLate_IsRefused()
    {
        var (link, email, _, _) = await InviteAsync(TeamRole.Booking);
        var visit = await new SiteVisit(host.Anonymous()).OpenAsync(link);
        await using var database = host.Database();
        await database.TeamInvitations.Where(one => one.Email == email).ExecuteUpdateAsync(set => set.SetProperty(one => one.ExpiresAt, DateTimeOffset.UnixEpoch), Token);
        await JoinAsync(visit, link);
        Assert.Contains("older than 7 days", visit.Page, StringComparison.Ordinal);
        Assert.False(await database.Users.AnyAsync(user => user.Email == email, Token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=%00%F0%9F%A6%86")]
    [InlineData("?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Join_Garbage_SaysTheLinkOpensNothing(string query) =>
        Assert.Contains("This link opens no invitation", (await new SiteVisit(host.Anonymous()).OpenAsync($"/account/join{query}")).Page, StringComparison.Ordinal);

    [Fact]
    public async Task Join_WithoutTheFormsOwnToken_IsRefused()
    {
        var (link, email, _, _) = await InviteAsync(TeamRole.Booking);
        var visit = await new SiteVisit(host.Anonymous()).PostAsync(
            link, ("_handler", "join"), ("Input.DisplayName", "Ravi"), ("Input.Password", TestAccounts.Password), ("Input.Again", TestAccounts.Password));
        Assert.Equal(HttpStatusCode.BadRequest, visit.Answer.StatusCode);
        await using var database = host.Database();
        Assert.False(await database.Users.AnyAsync(user => user.Email == email, Token));
    }

    [Fact]
    public async Task Join_LookedAtTooOften_HasToWait()
    {
        await using var strict = host.WithWebHostBuilder(builder => builder.UseSetting("RateLimits:SignInPerMinute", "3"));
        using var client = strict.CreateClient();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account/join?token=guess", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/account/join?token=guess", Token)).StatusCode);
    }

    [Fact]
    public async Task Team_NotSignedInOrStaff_StaysClosed()
    {
        Assert.StartsWith("/account/sign-in?", (await new SiteVisit(host.Anonymous()).OpenAsync("/team")).SentTo, StringComparison.Ordinal);
        Assert.StartsWith("/denied", (await new SiteVisit(host.As(TestSellers.Admin)).OpenAsync("/team")).SentTo, StringComparison.Ordinal);
    }

    private static Task<SiteVisit> JoinAsync(SiteVisit visit, string link, string name = " Ravi  Kumar ", string password = TestAccounts.Password) =>
        visit.SendAgainAsync(link, "join", ("Input.DisplayName", name), ("Input.Password", password), ("Input.Again", password));

    private async Task<(string Link, string Email, SellerId Seller, Actor Owner)> InviteAsync(TeamRole role)
    {
        await using var database = host.Database();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var owner = await TestAccounts.MakeAsync(host, Roles.Seller, seller.Id);
        var email = $"invited{Interlocked.Increment(ref _count)}@example.in";
        var (invitation, token) = TeamInvitation.Create(Guid.CreateVersion7(), seller.Id, email, role, TimeProvider.System.GetUtcNow());
        database.TeamInvitations.Add(invitation);
        await database.SaveChangesAsync(Token);
        return ($"/account/join?token={token}", email, seller.Id, TestSellers.ActorOf(seller.Id) with { UserId = owner.Id, Team = TeamRole.Owner });
    }
}
