using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Tests.Support;

/// <summary>Two approved sellers over the real directory: one who keeps entries, and a stranger.</summary>
internal sealed class EntryWorld : IAsyncDisposable
{
    private EntryWorld(TestDatabase databases, Seller seller, Actor actor, Actor stranger)
    {
        (Databases, Seller, Actor, Stranger) = (databases, seller, actor, stranger);
        Directory.Publish(RealDirectory.Value);
        Consignees = new ConsigneeStore(databases, Directory, Time);
    }

    public TestDatabase Databases { get; }

    public Seller Seller { get; }

    public Actor Actor { get; }

    /// <summary>Books for another seller.</summary>
    public Actor Stranger { get; }

    public Actor ViewOnly => Actor with { Team = TeamRole.ViewOnly };

    public Snapshot<PincodeDirectory> Directory { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public ConsigneeStore Consignees { get; }

    public static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    public static async Task<EntryWorld> CreateAsync(DatabaseKind kind)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        return new EntryWorld(databases, seller, actor, stranger);
    }

    /// <summary>An address in Raipur that can be kept.</summary>
    public static ConsigneeInput Address(string name = "Executive Engineer, PWD") => new()
    {
        Name = name,
        Line1 = "Division 2, Civil Lines",
        City = "Raipur",
        Pincode = "492001",
        Mobile = "98260 12345",
    };

    public static ConsigneeForm Form(string nickname = "PWD Raipur") => new(nickname, "ee@example.in", Address());

    /// <summary>Adds a consignee and gives back what stands in the database.</summary>
    public async Task<SavedConsignee> AddAsync(string nickname = "PWD Raipur")
    {
        var id = Guid.CreateVersion7(Time.GetUtcNow());
        Assert.Equal(KeepOutcome.Kept, (await Consignees.AddAsync(Actor, id, Form(nickname), Token)).Outcome);
        await using var database = Databases.CreateDbContext();
        return await database.SavedConsignees.SingleAsync(consignee => consignee.Id == id, Token);
    }

    /// <summary>A browser in front of the pages, signed in as <paramref name="actor"/>.</summary>
    public BunitContext Context(Actor actor, Action<IServiceCollection> add)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule("/js/focus.js").Mode = JSRuntimeMode.Loose;
        context.Services.AddLocalization();
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddSingleton<IDbContextFactory<PortalDbContext>>(Databases);
        context.Services.AddSingleton(Directory);
        context.Services.AddSingleton<TimeProvider>(Time);
        add(context.Services);
        var authorization = context.AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetClaims(ActorClaims.Of(actor));
        return context;
    }

    public ValueTask DisposeAsync() => Databases.DisposeAsync();
}
