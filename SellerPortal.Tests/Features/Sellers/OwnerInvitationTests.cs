using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Sellers;

/// <summary>A seller that a partner registered is asked to make its first account.</summary>
public sealed class OwnerInvitationTests
{
    private const string Link = "/account/join?token=";

    private static CancellationToken Token => SellerWorld.Token;

    [Theory, EachDatabase]
    public async Task Register_ByAPartnerTwiceUnderOneId_InvitesTheOwnerOnce(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var seller = await RegisterAsync(world);
        var faults = new List<SellerFault>();
        Assert.NotNull(await world.ForPartners.RegisterAsync(seller.PartnerId!.Value, seller.Id, SellerWorld.Form(), "ravi@example.in", faults, Token));

        await using var database = world.Databases.CreateDbContext();
        var invitation = await database.TeamInvitations.SingleAsync(Token);
        Assert.Equal((seller.Id, "ravi@example.in", TeamRole.Owner), (invitation.SellerId, invitation.Email, invitation.Role));
        var letter = Assert.Single(await LettersAsync(world));
        Assert.Equal("ravi@example.in", letter.To);
        Assert.Contains("GeM has registered Acme Traders", letter.Text, StringComparison.Ordinal);
        Assert.Equal(invitation.TokenHash, TeamInvitation.HashOf(SecretOf(letter)));
        Assert.True(await world.Owner.IsMissingAsync(seller, Token));
    }

    [Theory, EachDatabase]
    public async Task Register_WithTheAddressOfAnAccount_SaysSoAndInvitesNobody(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        await world.PendingAsync(gem: "gem-1");
        var seller = await RegisterAsync(world);
        await using var database = world.Databases.CreateDbContext();
        Assert.Empty(await database.TeamInvitations.ToListAsync(Token));
        var letter = Assert.Single(await LettersAsync(world));
        Assert.DoesNotContain(Link, letter.Text, StringComparison.Ordinal);
        Assert.Contains("Ask GeM to register you with another address", letter.Text, StringComparison.Ordinal);
        Assert.False(await world.Owner.SendAgainAsync(TestSellers.Admin, seller.Id, Token));
        world.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await world.Owner.SendAgainAsync(TestSellers.Admin, seller.Id, Token));
        Assert.Equal(2, (await LettersAsync(world)).Count);
    }

    [Theory, EachDatabase]
    public async Task SendAgain_ByAnAdmin_GivesANewLinkAndNotTwiceAMinute(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var seller = await RegisterAsync(world);
        Assert.False(await world.Owner.SendAgainAsync(TestSellers.Admin, seller.Id, Token));
        world.Time.Advance(TimeSpan.FromDays(8));
        Assert.True(await world.Owner.SendAgainAsync(TestSellers.Admin, seller.Id, Token));
        Assert.False(await world.Owner.SendAgainAsync(TestSellers.Admin, seller.Id, Token));
        Assert.False(await world.Owner.SendAgainAsync(TestSellers.Admin, SellerId.New(DateTimeOffset.UnixEpoch), Token));

        var letters = await LettersAsync(world);
        Assert.Equal(2, letters.Count);
        await using var database = world.Databases.CreateDbContext();
        var invitation = await database.TeamInvitations.SingleAsync(Token);
        Assert.True(invitation.IsOpen(world.Time.GetUtcNow()));
        Assert.Equal(invitation.TokenHash, TeamInvitation.HashOf(SecretOf(letters[1])));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => world.Owner.SendAgainAsync(TestSellers.ActorOf(seller.Id), seller.Id, Token));
    }

    [Theory, EachDatabase]
    public async Task Approve_WhileNobodyHasAnAccount_SendsAFreshLink(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var seller = await RegisterAsync(world);
        world.Time.Advance(TimeSpan.FromDays(20));
        Assert.Equal(DecisionOutcome.Done, (await world.Approve.ExecuteAsync(TestSellers.Admin, seller.Id, seller.Version, withContract: false, Token)).Outcome);
        Assert.Equal(2, (await LettersAsync(world)).Count(letter => letter.Text.Contains(Link, StringComparison.Ordinal)));
        await using var database = world.Databases.CreateDbContext();
        Assert.True((await database.TeamInvitations.SingleAsync(Token)).IsOpen(world.Time.GetUtcNow()));
    }

    [Theory, EachDatabase]
    public async Task Approve_OfASellerWithAnAccount_InvitesNobody(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var seller = await world.PendingAsync();
        Assert.Equal(DecisionOutcome.Done, (await world.Approve.ExecuteAsync(TestSellers.Admin, seller.Id, seller.Version, withContract: false, Token)).Outcome);
        Assert.DoesNotContain(await LettersAsync(world), letter => letter.Text.Contains(Link, StringComparison.Ordinal));
        Assert.False(await world.Owner.IsMissingAsync(seller, Token));
    }

    /// <summary>A seller that a partner registers, whose owner is ravi@example.in.</summary>
    internal static async Task<Seller> RegisterAsync(SellerWorld world)
    {
        await using var database = world.Databases.CreateDbContext();
        var (partner, _) = Partner.Admit("GeM", ApiScopes.OfPartners.ToHashSet(), Guid.CreateVersion7(), world.Time.GetUtcNow());
        database.Partners.Add(partner);
        await database.SaveChangesAsync(Token);
        var faults = new List<SellerFault>();
        var seller = await world.ForPartners.RegisterAsync(partner.Id, SellerId.New(world.Time.GetUtcNow()), SellerWorld.Form(), "ravi@example.in", faults, Token);
        Assert.Empty(faults);
        return seller!;
    }

    private static async Task<List<Letter>> LettersAsync(SellerWorld world)
    {
        await using var database = world.Databases.CreateDbContext();
        var items = await database.WorkItems.AsNoTracking().Where(item => item.Kind == LetterQueue.Kind).OrderBy(item => item.EnqueuedAt).ToListAsync(Token);
        return items.ConvertAll(LetterQueue.Read);
    }

    private static string SecretOf(Letter letter) => letter.Text.Split(Link)[1].Split('\n')[0].Trim();
}
