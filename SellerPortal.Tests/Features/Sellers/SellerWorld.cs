using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Sellers;

/// <summary>A database with roles and number series, a directory of two pincodes, and the use cases on it.</summary>
internal sealed class SellerWorld : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private SellerWorld(TestDatabase databases)
    {
        Databases = databases;
        Directory.Publish(PincodeDirectory.Create([Entry(482001, "Jabalpur", "Madhya Pradesh"), Entry(492001, "Raipur", "Chhattisgarh")], []));
        Check = new SellerFormCheck(Directory);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddDataProtection();
        collection.AddScoped<PortalDbContext>(_ => databases.CreateDbContext());
        collection.AddIdentityCore<PortalUser>(options => options.User.RequireUniqueEmail = true)
            .AddRoles<IdentityRole<Guid>>()
            .AddUserStore<PortalUserStore>()
            .AddRoleStore<PortalRoleStore>();
        services = collection.BuildServiceProvider();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public TestDatabase Databases { get; }

    public Snapshot<PincodeDirectory> Directory { get; } = new();

    public SellerFormCheck Check { get; }

    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));

    public ApproveSeller Approve => new(Databases, Letters, Owner, new WorkSignal(), Time);

    public OwnerInvitation Owner => new(Databases, Letters, new WorkSignal(), Time);

    public PartnerSellers ForPartners => new(Databases, Check, Owner, new WorkSignal(), Time);

    public RejectSeller Reject => new(Databases, Letters, new WorkSignal(), Time);

    private static SellerLetters Letters => new(TestTexts.Of<SellersTexts>(), TestTexts.Portal);

    public static async Task<SellerWorld> CreateAsync(DatabaseKind kind, params (string Key, string Value)[] settings)
    {
        var world = new SellerWorld(await TestDatabase.CreateAsync(kind));
        await using var database = world.Databases.CreateDbContext();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();
        await new NumberSeriesSeed(configuration).SeedAsync(database, Token);
        await new RoleSeed(TimeProvider.System).SeedAsync(database, Token);
        return world;
    }

    /// <summary>A registration that goes through.</summary>
    public static RegisterForm Form() => new()
    {
        Key = Guid.CreateVersion7(),
        Email = "ravi@example.in",
        Password = "Postage-2026",
        LegalName = "Acme Traders",
        Gstin = "27aapfu0939f1zv",
        GemSellerId = "gem-4711",
        Mobile = "+91 98260 12345",
        Line1 = "Godown 2, Napier Town",
        Pincode = "482 001",
    };

    /// <summary>Registers in a request of its own.</summary>
    public async Task<RegisterResult> RegisterAsync(RegisterForm form)
    {
        await using var scope = services.CreateAsyncScope();
        var register = new RegisterSeller(
            scope.ServiceProvider.GetRequiredService<PortalDbContext>(), scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>(), Check, Time);
        return await register.ExecuteAsync(form, Token);
    }

    /// <summary>Registers, and reads the seller that came of it.</summary>
    public async Task<Seller> PendingAsync(string email = "ravi@example.in", string gem = "gem-4711")
    {
        var form = Form();
        (form.Email, form.GemSellerId) = (email, gem);
        Assert.Empty((await RegisterAsync(form)).Faults);
        return await ReadAsync(new SellerId(form.Key));
    }

    public async Task<Seller> ReadAsync(SellerId id)
    {
        await using var database = Databases.CreateDbContext();
        return await database.Sellers.AsNoTracking().SingleAsync(seller => seller.Id == id, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Databases.DisposeAsync();
    }

    private static PincodeEntry Entry(int pincode, string district, string state) => new()
    {
        Pincode = Pincode.FromNumber(pincode),
        District = district,
        State = state,
        Centre = new GeoPoint(23.17, 79.95),
        Confidence = CentreConfidence.High,
        Delivers = true,
        MainOffice = $"{district} HO",
    };
}
