using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Today;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Today;

public sealed class TodayPageTests : BunitContext
{
    private BunitAuthorizationContext? authorization;

    public TodayPageTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(new FakeTimeProvider(TodayWorld.Now));
        Services.AddSingleton(RealTariffs.InForce);
        Services.AddToday();
    }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "1 label waits to be printed.")]
    [InlineData(2, "2 labels wait to be printed.")]
    public async Task Today_WithUnprintedLabels_SaysWhatIsNext(int unprinted, string expected)
    {
        await using var databases = await UseAsync();
        var world = await WorldAsync(databases);
        for (var i = 0; i < unprinted; i++) await world.BookAsync(TodayWorld.Ist(11, 23));
        var page = Render<TodayPage>();
        Assert.Contains(expected, page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find("a.tile[href='/shipments?tile=ToPrint']"));
    }

    [Fact]
    public async Task Today_WithAFailedDelivery_LeadsToWhatCanBeDoneAboutIt()
    {
        await using var databases = await UseAsync();
        var world = await WorldAsync(databases);
        await world.BookAsync(TodayWorld.Ist(11, 17), ShipmentStatus.AttemptFailed, TodayWorld.Ist(11, 18));
        var page = Render<TodayPage>();
        Assert.Equal(PortalUrls.FailedDeliveries, page.Find(".next a").GetAttribute("href"));
        Assert.NotNull(page.Find("a.tile[href='/pickups?day=2026-11-24']"));
    }

    [Fact]
    public async Task Today_OfASellerWithoutShipments_OffersToBook()
    {
        await using var databases = await UseAsync();
        await WorldAsync(databases);
        var page = Render<TodayPage>();
        Assert.NotNull(page.Find(".next a[href='/shipments/book']"));
        page.WaitForAssertion(() => Assert.Contains("Nothing booked in the last 30 days", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Today_OfAColleagueWhoOnlyLooks_OffersNoBooking()
    {
        await using var databases = await UseAsync();
        var world = await WorldAsync(databases);
        SignIn(world.Actor with { Team = TeamRole.ViewOnly });
        Assert.Empty(Render<TodayPage>().FindAll("a[href='/shipments/book']"));
    }

    [Fact]
    public async Task Charts_OfAMonth_SayTheirNumbersInWordsToo()
    {
        await using var databases = await UseAsync();
        var world = await WorldAsync(databases);
        var due = new DateOnly(2026, 11, 20);
        await world.BookAsync(TodayWorld.Ist(11, 16), ShipmentStatus.Delivered, TodayWorld.Ist(11, 19), due);
        await world.BookAsync(TodayWorld.Ist(11, 16), ShipmentStatus.Delivered, TodayWorld.Ist(11, 22), due);
        await world.FailAsync(await world.BookAsync(TodayWorld.Ist(11, 17)), TodayWorld.Ist(11, 18), NonDeliveryReason.DoorLocked);
        var page = Render<TodayPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("svg.bars").Count));
        Assert.Equal("Parcels booked: 3 in all; most on Mon 16 Nov: 2.", page.FindAll("svg.bars")[0].GetAttribute("aria-label"));
        Assert.Equal("Spend: ₹810 in all; most on Mon 16 Nov: ₹540.", page.FindAll("svg.bars")[1].GetAttribute("aria-label"));
        Assert.Equal(30, page.FindAll(".chart-table tbody")[0].Children.Length);
        Assert.Contains("Mon 16 Nov", page.FindAll(".chart-table")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("50 %", page.Find(".share").TextContent);
        Assert.Contains("1 of 2", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Door locked", page.Find(".ranks").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_OfAPendingSeller_SaysWhatHappensNext()
    {
        await using var databases = await UseAsync();
        await using var database = databases.CreateDbContext();
        var seller = Seller.Register(SellerId.New(TodayWorld.Now), TestSellers.Registration("New Traders"), TodayWorld.Now);
        database.Sellers.Add(seller);
        await database.SaveChangesAsync(Token);
        SignIn(TestSellers.ActorOf(seller.Id));
        Assert.Contains("Your registration is being checked", Render<TodayPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_OfAnAdmin_ShowsWhatWaitsAndNoCharts()
    {
        await using var databases = await UseAsync();
        SignIn(TestSellers.Admin);
        var page = Render<TodayPage>();
        Assert.NotNull(page.Find("a.tile[href='/admin/sellers?status=Pending']"));
        Assert.NotNull(page.Find("a.tile[href='/admin/article-numbers']"));
        Assert.Empty(page.FindAll(".month"));
    }

    [Theory]
    [InlineData(Roles.PostalStaff, 5)]
    [InlineData(Roles.CscOperator, 0)]
    public async Task Today_OfStaff_LeadsToTheirTools(string role, int tiles)
    {
        await using var databases = await UseAsync();
        SignIn(new Actor { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { role } });
        var page = Render<TodayPage>();
        Assert.Equal(tiles, page.FindAll("a.tile").Count);
        Assert.NotNull(page.Find("a[href='/track']"));
        Assert.Empty(page.FindAll(".month, .latest"));
    }

    private async Task<TestDatabase> UseAsync()
    {
        var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(databases);
        return databases;
    }

    private async Task<TodayWorld> WorldAsync(TestDatabase databases)
    {
        var world = await TodayWorld.WithSellerAsync(databases);
        SignIn(world.Actor);
        return world;
    }

    private void SignIn(Actor actor)
    {
        authorization ??= AddAuthorization();
        authorization.SetAuthorized("test");
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, actor.UserId.ToString()), .. actor.Roles.Select(role => new Claim(ClaimTypes.Role, role))];
        if (actor.SellerId is { } seller) claims.AddRange([new Claim(PortalClaims.Seller, seller.ToString()), new Claim(PortalClaims.Team, actor.Team.ToString())]);
        authorization.SetClaims([.. claims]);
    }
}
