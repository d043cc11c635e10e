using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Seeding;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.PickupAgents;

public sealed class PickupAgentsHttpTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_IsForTheStaffOfThePostOnly()
    {
        await using var database = host.Database();
        var (_, owner) = await TestSellers.ApprovedAsync(database);
        foreach (var actor in new[] { PickupWorld.Staff, TestSellers.Admin })
        {
            using var client = host.As(actor);
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("hi-IN");
            var page = WebUtility.HtmlDecode(await client.GetStringAsync(PortalUrls.PickupAgents, Token));
            Assert.Contains("पिकअप एजेंट", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"{PortalUrls.PickupAgents}\"", page, StringComparison.Ordinal);
        }

        foreach (var actor in new[] { owner, owner with { Team = TeamRole.ViewOnly } })
        {
            using var client = host.As(actor);
            Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(PortalUrls.PickupAgents, Token)).StatusCode);
            Assert.DoesNotContain($"href=\"{PortalUrls.PickupAgents}", await client.GetStringAsync(PortalUrls.Pickups, Token), StringComparison.Ordinal);
        }

        using var nobody = host.Anonymous();
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync(PortalUrls.PickupAgents, Token)).StatusCode);
    }

    [Fact]
    public async Task DemoAgents_AreOfTheOfficesThatPickupsFind()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var database = databases.CreateDbContext();
        database.PostOffices.AddRange(new[] { "482001", "492001", "110001" }.SelectMany(pincode => RealDirectory.Value.OfficesOf(TestAgents.Office(pincode).Pincode)));
        await database.SaveChangesAsync(Token);
        var seed = new DemoPickupAgents(new ConfigurationBuilder().Build(), new HostingEnvironment { EnvironmentName = "Development" }, TimeProvider.System);
        await seed.SeedAsync(database, Token);
        await seed.SeedAsync(database, Token);
        var agents = await database.PickupAgents.AsNoTracking().ToListAsync(Token);
        Assert.Equal(6, agents.Count);
        Assert.All(agents, agent => Assert.True(agent.Serves(TestAgents.Office(agent.OfficePincode.ToString()))));
        var none = new DemoPickupAgents(new ConfigurationBuilder().Build(), new HostingEnvironment { EnvironmentName = "Production" }, TimeProvider.System);
        await database.PickupAgents.ExecuteDeleteAsync(Token);
        await none.SeedAsync(database, Token);
        Assert.False(await database.PickupAgents.AnyAsync(Token));
    }
}
