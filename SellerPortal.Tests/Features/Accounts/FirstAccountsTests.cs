using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Accounts;

public sealed class FirstAccountsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task FirstAdmin_Configured_IsMadeOnce(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        for (var i = 0; i < 2; i++) await SeedFirstAdminAsync(databases, ("FirstAdmin:Email", "boss@example.in"), ("FirstAdmin:Password", "Postage-2026"));
        await SeedFirstAdminAsync(databases, ("FirstAdmin:Email", "second@example.in"), ("FirstAdmin:Password", "Postage-2026"));
        await using var database = databases.CreateDbContext();
        Assert.Equal("boss@example.in", (await database.Users.SingleAsync(Token)).Email);
        Assert.Equal(1, await database.UserRoles.CountAsync(Token));
    }

    [Fact]
    public async Task FirstAdmin_NotConfigured_LeavesNoAccount()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await SeedFirstAdminAsync(databases);
        await using var database = databases.CreateDbContext();
        Assert.False(await database.Users.AnyAsync(Token));
        Assert.Equal(Roles.All.Count, await database.Roles.CountAsync(Token));
    }

    [Theory]
    [InlineData("boss@example.in", "short", "Passwords must be at least 10 characters")]
    [InlineData("boss@example.in", null, "FirstAdmin:Password is missing")]
    [InlineData(null, "Postage-2026", "FirstAdmin:Email is missing")]
    public async Task FirstAdmin_WeakOrHalf_StopsTheStartWithOneLine(string? email, string? password, string line)
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var fault = await Assert.ThrowsAsync<StartupException>(() => SeedFirstAdminAsync(databases, ("FirstAdmin:Email", email), ("FirstAdmin:Password", password)));
        Assert.Contains(line, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        if (password is not null) Assert.DoesNotContain(password, fault.Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task DemoAccounts_Seeded_CoverEveryRoleAndAreMadeOnce(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var services = Services(databases);
        await using var database = databases.CreateDbContext();
        await new NumberSeriesSeed(Configuration()).SeedAsync(database, Token);
        await new RoleSeed(TimeProvider.System).SeedAsync(database, Token);
        var demo = new DemoAccounts(services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System);
        for (var i = 0; i < 2; i++) await demo.SeedAsync(database, Token);

        Assert.Equal(5, await database.Users.CountAsync(Token));
        Assert.Equal(Roles.All.Count, await database.UserRoles.Select(member => member.RoleId).Distinct().CountAsync(Token));
        var seller = await database.Sellers.SingleAsync(seller => seller.Email == DemoAccounts.Seller, Token);
        Assert.True(seller is { MayBook: true, HasContract: true, CustomerId.Length: 10 });
        Assert.True(Gstin.TryParse(seller.Gstin, out var gstin) && gstin.Pan == seller.Pan);
        Assert.Equal(SellerStatus.Pending, (await database.Sellers.SingleAsync(seller => seller.Email == DemoAccounts.NewSeller, Token)).Status);
        var users = services.CreateScope().ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        Assert.True(await users.CheckPasswordAsync((await users.FindByEmailAsync(DemoAccounts.Admin))!, DemoAccounts.Password));
    }

    [Theory]
    [InlineData("Sellers:FirstCustomerId", "123")]
    [InlineData("Sellers:FirstContractNumber", "04000000")]
    [InlineData("Sellers:FirstContractNumber", "many")]
    public async Task NumberSeries_WrongStart_StopsTheStartWithOneLine(string setting, string value)
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var database = databases.CreateDbContext();
        var fault = await Assert.ThrowsAsync<StartupException>(() => new NumberSeriesSeed(Configuration((setting, value))).SeedAsync(database, Token));
        Assert.StartsWith($"{setting} is '{value}'", fault.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();

    private static async Task SeedFirstAdminAsync(TestDatabase databases, params (string Key, string? Value)[] settings)
    {
        await using var services = Services(databases);
        await using var database = databases.CreateDbContext();
        await new RoleSeed(TimeProvider.System).SeedAsync(database, Token);
        await new FirstAdmin(Configuration(settings), services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System).SeedAsync(database, Token);
    }

    private static ServiceProvider Services(TestDatabase databases)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddScoped<PortalDbContext>(_ => databases.CreateDbContext());
        collection.AddIdentityCore<PortalUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 10;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddUserStore<PortalUserStore>()
            .AddRoleStore<PortalRoleStore>();
        return collection.BuildServiceProvider();
    }
}
