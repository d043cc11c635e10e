using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Accounts;
using SellerPortal.Features.Team;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Team;

public sealed class TeamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Invite_ThenJoin_MakesAColleagueWithTheRole(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        await world.InviteAsync("Asha@Example.in", TeamRole.ViewOnly);
        var secret = await world.SecretAsync("Asha@Example.in");
        await using (var database = world.Databases.CreateDbContext())
        {
            var stored = await database.TeamInvitations.SingleAsync(Token);
            Assert.Equal(TeamInvitation.HashOf(secret), stored.TokenHash);
            Assert.DoesNotContain(secret, System.Text.Encoding.UTF8.GetString(stored.TokenHash), StringComparison.Ordinal);
        }

        var joined = await world.JoinAsync(secret);
        Assert.Equal(JoinOutcome.Joined, joined.Outcome);
        var account = await world.AccountAsync(joined.Account!.Id);
        Assert.True(account is { TeamRole: TeamRole.ViewOnly, EmailConfirmed: true, JoinedAt: not null, DisplayName: "Asha Verma" });
        Assert.Equal(world.Seller, account.SellerId);

        var view = await world.Read.ExecuteAsync(world.Owner, Token);
        Assert.Equal(2, view.Colleagues.Count);
        Assert.Empty(view.Invitations);
        Assert.Equal([TeamEventKind.Joined, TeamEventKind.Invited], view.Events.Select(one => one.Kind).Order().Reverse());
        var strange = await world.Read.ExecuteAsync(world.Stranger, Token);
        Assert.Single(strange.Colleagues);
        Assert.Empty(strange.Events);
    }

    [Theory, EachDatabase]
    public async Task Join_SecondTime_GivesTheSameAccountForAMomentAndThenNothing(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        await world.InviteAsync("asha@example.in");
        var secret = await world.SecretAsync("asha@example.in");
        var both = await Task.WhenAll(world.JoinAsync(secret), world.JoinAsync(secret));
        Assert.All(both, one => Assert.Equal(JoinOutcome.Joined, one.Outcome));
        Assert.Equal(both[0].Account!.Id, both[1].Account!.Id);
        Assert.Equal(JoinOutcome.Used, (await world.JoinAsync(secret, password: "Other-password-1")).Outcome);
        world.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(JoinOutcome.Used, (await world.JoinAsync(secret)).Outcome);
        Assert.Equal(2, (await world.Read.ExecuteAsync(world.Owner, Token)).Colleagues.Count);
    }

    [Theory, EachDatabase]
    public async Task Join_UnknownEndedWithdrawnOrOldLink_IsRefused(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        var id = await world.InviteAsync("asha@example.in");
        var first = await world.SecretAsync("asha@example.in");
        Assert.Equal(TeamOutcome.TooSoon, await world.Invitations.SendAgainAsync(world.Owner, id, Token));
        world.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(TeamOutcome.Done, await world.Invitations.SendAgainAsync(world.Owner, id, Token));
        var second = await world.SecretAsync("asha@example.in");
        Assert.NotEqual(first, second);
        foreach (var dead in new[] { first, "", "x", second[..^1] }) Assert.Equal(JoinOutcome.Unknown, (await world.JoinAsync(dead)).Outcome);

        world.Time.Advance(TeamInvitation.Life);
        Assert.Equal(JoinOutcome.Expired, (await world.JoinAsync(second)).Outcome);
        Assert.Equal(TeamOutcome.Done, await world.Invitations.SendAgainAsync(world.Owner, id, Token));
        Assert.Equal(TeamOutcome.Done, await world.Invitations.WithdrawAsync(world.Owner, id, Token));
        Assert.Equal(JoinOutcome.Unknown, (await world.JoinAsync(await world.SecretAsync("asha@example.in"))).Outcome);
        Assert.Equal(TeamOutcome.Missing, await world.Invitations.WithdrawAsync(world.Owner, id, Token));
        Assert.Equal(TeamOutcome.Missing, await world.Invitations.SendAgainAsync(world.Owner, id, Token));
    }

    [Theory, EachDatabase]
    public async Task Join_AddressTakenMeanwhileOrWeakPassword_IsRefused(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        await world.InviteAsync("asha@example.in");
        var mine = await world.SecretAsync("asha@example.in");
        Assert.Equal(TeamOutcome.Done, await world.Invite.ExecuteAsync(world.Stranger, Guid.CreateVersion7(), "ASHA@example.in", TeamRole.Owner, Token));
        var theirs = await world.SecretAsync("ASHA@example.in");
        Assert.Equal(JoinOutcome.PasswordRefused, (await world.JoinAsync(mine, password: "short")).Outcome);
        Assert.Equal(JoinOutcome.Joined, (await world.JoinAsync(mine)).Outcome);
        Assert.Equal(JoinOutcome.HasAccount, (await world.JoinAsync(theirs)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task Invite_WrongAddress_IsRefusedWithItsReason(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        await world.AddAsync("booker@example.in", TeamRole.Booking);
        await world.InviteAsync("asha@example.in");
        Assert.Equal(TeamOutcome.EmailMalformed, await InviteAsync("nobody"));
        Assert.Equal(TeamOutcome.EmailMalformed, await InviteAsync(null));
        Assert.Equal(TeamOutcome.Yourself, await InviteAsync(" OWNER@example.in "));
        Assert.Equal(TeamOutcome.AlreadyColleague, await InviteAsync("Booker@Example.in"));
        Assert.Equal(TeamOutcome.HasAccount, await InviteAsync("Stranger@example.in"));
        Assert.Equal(TeamOutcome.AlreadyInvited, await InviteAsync("ASHA@example.in"));

        Task<TeamOutcome> InviteAsync(string? email) => world.Invite.ExecuteAsync(world.Owner, Guid.CreateVersion7(), email, TeamRole.Booking, Token);
    }

    [Theory, EachDatabase]
    public async Task Invite_SameFormTwice_SendsOneLetter(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        var key = Guid.CreateVersion7();
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => world.Invite.ExecuteAsync(world.Owner, key, "asha@example.in", TeamRole.Booking, Token)));
        Assert.All(both, outcome => Assert.Equal(TeamOutcome.Done, outcome));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(1, await database.WorkItems.CountAsync(Token));
        Assert.Equal(1, await database.TeamEvents.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Invite_FullTeam_IsRefused(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        for (var i = 2; i < TeamInvitation.MostColleagues; i++) await world.AddAsync($"colleague{i}@example.in", TeamRole.Booking);
        await world.InviteAsync("fiftieth@example.in");
        Assert.Equal(TeamOutcome.TooMany, await world.Invite.ExecuteAsync(world.Owner, Guid.CreateVersion7(), "more@example.in", TeamRole.Booking, Token));
        Assert.Equal(JoinOutcome.Joined, (await world.JoinAsync(await world.SecretAsync("fiftieth@example.in"))).Outcome);
        Assert.Equal(TeamOutcome.TooMany, await world.Invite.ExecuteAsync(world.Owner, Guid.CreateVersion7(), "more@example.in", TeamRole.Booking, Token));
    }

    [Theory, EachDatabase]
    public async Task Invite_HundredLettersInADay_IsRefusedUntilTomorrow(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        await using (var database = world.Databases.CreateDbContext())
        {
            database.TeamEvents.AddRange(Enumerable.Range(0, TeamInvitation.MostLettersPerDay).Select(i =>
                TeamEvent.Of(world.Seller, TeamEventKind.Invited, world.Owner.UserId, "owner", $"a{i}@example.in", TeamRole.Booking, world.Time.GetUtcNow())));
            await database.SaveChangesAsync(Token);
        }

        Assert.Equal(TeamOutcome.TooManyLetters, await world.Invite.ExecuteAsync(world.Owner, Guid.CreateVersion7(), "asha@example.in", TeamRole.Booking, Token));
        world.Time.Advance(TimeSpan.FromHours(25));
        await world.InviteAsync("asha@example.in");
    }

    [Theory, EachDatabase]
    public async Task Change_ForeignColleagueOrInvitation_IsMissing(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        var invitation = await world.InviteAsync("asha@example.in");
        world.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(TeamOutcome.Missing, await world.Invitations.SendAgainAsync(world.Stranger, invitation, Token));
        Assert.Equal(TeamOutcome.Missing, await world.Invitations.WithdrawAsync(world.Stranger, invitation, Token));
        Assert.Equal(TeamOutcome.Missing, await world.Colleagues.GiveRoleAsync(world.Stranger, world.Owner.UserId, TeamRole.ViewOnly, Token));
        Assert.Equal(TeamOutcome.Missing, await world.Colleagues.RemoveAsync(world.Stranger, world.Owner.UserId, Token));
    }

    [Theory, EachDatabase]
    public async Task Change_ByWhoIsNoOwnerNow_IsRefusedWhateverTheSessionSays(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        var booker = await world.AddAsync("booker@example.in", TeamRole.Booking);
        foreach (var actor in new[] { booker, booker with { Team = TeamRole.ViewOnly }, booker with { Team = TeamRole.Owner }, TestSellers.Admin })
        {
            Assert.Equal(TeamOutcome.NotAllowed, await world.Invite.ExecuteAsync(actor, Guid.CreateVersion7(), "asha@example.in", TeamRole.Owner, Token));
            Assert.Equal(TeamOutcome.NotAllowed, await world.Colleagues.GiveRoleAsync(actor, booker.UserId, TeamRole.Owner, Token));
            Assert.Equal(TeamOutcome.NotAllowed, await world.Colleagues.RemoveAsync(actor, world.Owner.UserId, Token));
            Assert.Equal(TeamOutcome.NotAllowed, await world.Invitations.WithdrawAsync(actor, Guid.CreateVersion7(), Token));
        }
    }

    [Theory, EachDatabase]
    public async Task GiveRole_Colleague_HasItAndSessionsHear(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        var booker = await world.AddAsync("booker@example.in", TeamRole.Booking);
        var before = world.Time.GetUtcNow();
        var heard = new List<Guid>();
        world.Changed.Changed += heard.Add;
        Assert.Equal(TeamOutcome.Done, await world.Colleagues.GiveRoleAsync(world.Owner, booker.UserId, TeamRole.ViewOnly, Token));
        Assert.Equal(TeamRole.ViewOnly, (await world.AccountAsync(booker.UserId))!.TeamRole);
        Assert.Equal([booker.UserId], heard);
        Assert.True(world.Changed.ChangedSince(booker.UserId, before));
        var last = (await world.Read.ExecuteAsync(world.Owner, Token)).Events[0];
        Assert.True(last is { Kind: TeamEventKind.RoleChanged, Role: TeamRole.ViewOnly, Subject: "booker@example.in", ByName: "owner" });
        Assert.Equal(TeamOutcome.Missing, await world.Colleagues.GiveRoleAsync(world.Owner, booker.UserId, (TeamRole)7, Token));
    }

    [Theory, EachDatabase]
    public async Task Remove_Colleague_IsGoneAndMayBeInvitedAnew(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        await world.InviteAsync("asha@example.in");
        var account = (await world.JoinAsync(await world.SecretAsync("asha@example.in"))).Account!.Id;
        Assert.Equal(TeamOutcome.Done, await world.Colleagues.RemoveAsync(world.Owner, account, Token));
        Assert.Null(await world.AccountAsync(account));
        Assert.True(world.Changed.ChangedSince(account, world.Time.GetUtcNow()));
        Assert.Equal(TeamOutcome.Missing, await world.Colleagues.RemoveAsync(world.Owner, account, Token));
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.InviteAsync("asha@example.in");
        Assert.Equal(JoinOutcome.Joined, (await world.JoinAsync(await world.SecretAsync("asha@example.in"))).Outcome);
    }

    [Theory, EachDatabase]
    public async Task LastOwner_RemovedOrDemoted_IsRefused(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        await world.AddAsync("booker@example.in", TeamRole.Booking);
        Assert.Equal(TeamOutcome.LastOwner, await world.Colleagues.GiveRoleAsync(world.Owner, world.Owner.UserId, TeamRole.Booking, Token));
        Assert.Equal(TeamOutcome.LastOwner, await world.Colleagues.RemoveAsync(world.Owner, world.Owner.UserId, Token));
        Assert.Equal(TeamOutcome.Done, await world.Colleagues.GiveRoleAsync(world.Owner, world.Owner.UserId, TeamRole.Owner, Token));
    }

    [Theory, EachDatabase]
    public async Task Owners_WhoDemoteOrRemoveEachOther_LeaveOne(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        for (var round = 0; round < 6; round++)
        {
            var first = await world.AddAsync($"first{round}@example.in", TeamRole.Owner);
            var second = await world.AddAsync($"second{round}@example.in", TeamRole.Owner);
            await using (var database = world.Databases.CreateDbContext())
            {
                await database.Users.Where(user => user.SellerId == world.Seller && user.Id != first.UserId && user.Id != second.UserId)
                    .ExecuteUpdateAsync(set => set.SetProperty(user => user.TeamRole, TeamRole.Booking), Token);
            }

            var remove = round % 2 == 0;
            var outcomes = await Task.WhenAll(Task.Run(() => ActAsync(first, second), Token), Task.Run(() => ActAsync(second, first), Token));
            Assert.Equal([TeamOutcome.Done, TeamOutcome.NotAllowed], outcomes.Order());
            Assert.Single((await world.Read.ExecuteAsync(world.Owner, Token)).Colleagues, one => one.Role == TeamRole.Owner);

            Task<TeamOutcome> ActAsync(Actor one, Actor other) => remove
                ? world.Colleagues.RemoveAsync(one, other.UserId, Token)
                : world.Colleagues.GiveRoleAsync(one, other.UserId, TeamRole.ViewOnly, Token);
        }
    }

    [Theory, EachDatabase]
    public async Task Owners_WhoLeaveAtOnce_LeaveOne(DatabaseKind kind)
    {
        await using var world = await TeamWorld.CreateAsync(kind);
        var second = await world.AddAsync("second@example.in", TeamRole.Owner);
        var outcomes = await Task.WhenAll(new[] { world.Owner, second }.Select(one => Task.Run(() => world.Colleagues.RemoveAsync(one, one.UserId, Token), Token)));
        Assert.Equal([TeamOutcome.Done, TeamOutcome.LastOwner], outcomes.Order());
    }
}
