using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Accounts;
using SellerPortal.Features.Team;
using SellerPortal.Platform.Security;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Team;

/// <summary>A seller with an owner, the owner of another seller, and the use cases of teams on one database.</summary>
internal sealed class TeamWorld : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Seeded seeded;

    private TeamWorld(TestDatabase databases, Seeded seeded)
    {
        (Databases, this.seeded) = (databases, seeded);
        Changed = new ChangedAccounts(Time);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddScoped<PortalDbContext>(_ => databases.CreateDbContext());
        collection.AddIdentityCore<PortalUser>(options => options.User.RequireUniqueEmail = true)
            .AddRoles<IdentityRole<Guid>>()
            .AddUserStore<PortalUserStore>()
            .AddRoleStore<PortalRoleStore>();
        collection.AddSingleton<TimeProvider>(Time);
        collection.AddScoped<AcceptInvitation>();
        services = collection.BuildServiceProvider();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public TestDatabase Databases { get; }

    public Actor Owner => seeded.Owner;

    /// <summary>Owns another seller.</summary>
    public Actor Stranger => seeded.Stranger;

    public SellerId Seller => Owner.SellerId!.Value;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public ChangedAccounts Changed { get; }

    public ReadTeam Read => new(Databases);

    public InviteColleague Invite => new(Door, Letters, new WorkSignal());

    public ChangeInvitation Invitations => new(Door, Letters, new WorkSignal());

    public ChangeColleague Colleagues => new(Door, Changed);

    private TeamDoor Door => new(Databases, Time);

    private static InvitationLetter Letters => new(TestTexts.Portal, TestTexts.Of<TeamTexts>());

    public static async Task<TeamWorld> CreateAsync(DatabaseKind kind)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        await new RoleSeed(TimeProvider.System).SeedAsync(database, Token);
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var (other, _) = await TestSellers.ApprovedAsync(database);
        var owner = await AddAsync(database, seller.Id, "owner@example.in", TeamRole.Owner);
        var stranger = await AddAsync(database, other.Id, "stranger@example.in", TeamRole.Owner);
        return new TeamWorld(databases, new Seeded(owner, stranger));
    }

    /// <summary>Adds an account to the seller's team.</summary>
    public async Task<Actor> AddAsync(string email, TeamRole role)
    {
        await using var database = Databases.CreateDbContext();
        return await AddAsync(database, Seller, email, role);
    }

    /// <summary>Invites, and gives the id of the invitation.</summary>
    public async Task<Guid> InviteAsync(string email, TeamRole role = TeamRole.Booking)
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(TeamOutcome.Done, await Invite.ExecuteAsync(Owner, id, email, role, Token));
        return id;
    }

    /// <summary>The secret of the last letter to an address.</summary>
    public async Task<string> SecretAsync(string email)
    {
        await using var database = Databases.CreateDbContext();
        var letters = (await database.WorkItems.AsNoTracking().ToListAsync(Token)).OrderBy(item => item.Id).Select(LetterQueue.Read);
        return SecretOf(letters.Last(letter => letter.To == email).Text);
    }

    public static string SecretOf(string text) => text.Split("/account/join?token=")[1].Split('\n')[0].Trim();

    /// <summary>Joins in a request of its own.</summary>
    public async Task<JoinResult> JoinAsync(string secret, string name = "Asha Verma", string password = TestAccounts.Password)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AcceptInvitation>().ExecuteAsync(secret, name, password, Token);
    }

    public async Task<PortalUser?> AccountAsync(Guid id)
    {
        await using var database = Databases.CreateDbContext();
        return await database.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Databases.DisposeAsync();
    }

    private static async Task<Actor> AddAsync(PortalDbContext database, SellerId seller, string email, TeamRole role)
    {
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = email.Split('@')[0],
            SecurityStamp = "stamp",
            SellerId = seller,
            TeamRole = role,
        };
        database.Users.Add(user);
        await database.SaveChangesAsync(Token);
        return TestSellers.ActorOf(seller) with { UserId = user.Id, Team = role };
    }

    private sealed record Seeded(Actor Owner, Actor Stranger);
}
