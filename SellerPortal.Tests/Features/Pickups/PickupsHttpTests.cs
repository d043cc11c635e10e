using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

public sealed class PickupsHttpTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_OfOnesOwnOrForStaff_IsShown_AnothersIsNotFound()
    {
        var (id, actor) = await MakeAsync();
        var (_, stranger) = await MakeAsync();
        using var own = host.As(actor);
        Assert.Contains("Jabalpur", await own.GetStringAsync(PortalUrls.Pickup(id), Token), StringComparison.Ordinal);
        using var staff = host.As(PickupWorld.Staff);
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(PortalUrls.Pickup(id), Token)).StatusCode);
        using var other = host.As(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(PortalUrls.Pickup(id), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync(PortalUrls.Pickup(PickupId.New(TestShipments.BookedAt)), Token)).StatusCode);
        Assert.DoesNotContain(id.ToString(), await other.GetStringAsync(PortalUrls.Pickups, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShipmentPage_WithAndWithoutPickup_LeadsToIt()
    {
        var (id, actor) = await MakeAsync();
        await using var database = host.Database();
        var fetched = await database.Shipments.Where(shipment => shipment.PickupId == id).Select(shipment => shipment.Id).SingleAsync(Token);
        var other = (await TestShipments.BookAsync(database, actor.SellerId!.Value)).Id;
        using var client = host.As(actor);
        Assert.Contains($"href=\"{PortalUrls.Pickup(id)}\"", await client.GetStringAsync(PortalUrls.Shipment(fetched), Token), StringComparison.Ordinal);
        Assert.Contains($"href=\"{PortalUrls.NewPickup([other])}\"", await client.GetStringAsync(PortalUrls.Shipment(other), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ViewerOrNobody_AreNotOpenedWhereOneAsks()
    {
        var (id, actor) = await MakeAsync();
        using var viewer = host.As(actor with { Team = TeamRole.ViewOnly });
        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync(PortalUrls.Pickup(id), Token)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await viewer.GetAsync(PortalUrls.NewPickupOfAll, Token)).StatusCode);
        using var nobody = host.Anonymous();
        foreach (var url in new[] { PortalUrls.Pickups, PortalUrls.NewPickupOfAll, PortalUrls.Pickup(id) })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync(url, Token)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/pickups", "en", "Pickups")]
    [InlineData("/pickups", "hi-IN", "डाक आपके दरवाज़े से पार्सल लेती है।")]
    [InlineData("/pickups/new", "en", "No parcel waits for a pickup")]
    [InlineData("/pickups/new", "hi-IN", "किसी पार्सल को पिकअप की ज़रूरत नहीं")]
    public async Task Pages_Prerendered_SpeakTheLanguage(string url, string language, string expected)
    {
        var (_, actor) = await MakeAsync();
        using var client = host.As(actor);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        Assert.Contains(expected, WebUtility.HtmlDecode(await client.GetStringAsync(url, Token)), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_AsShipped_AreSoundAndKnowTheHolidays()
    {
        var holidays = host.Services.GetRequiredService<IOptions<PostalHolidays>>().Value;
        Assert.True(holidays.IsSound);
        Assert.Equal("Guru Nanak's birthday", holidays.On(new DateOnly(2026, 11, 24))?.Name);
        Assert.NotNull(holidays.On(new DateOnly(2027, 1, 26)));
        var files = host.Services.GetRequiredService<IHostEnvironment>().ContentRootFileProvider;
        var shipped = new ConfigurationBuilder().AddJsonFile(files, "appsettings.json", optional: false, reloadOnChange: false).Build();
        Assert.Equal(new PickupRules(), shipped.GetSection("Pickups").Get<PickupRules>());
    }

    [Fact]
    public async Task Schedule_OfTheRunningPortal_HoldsTheJob()
    {
        var factory = host.Services.GetRequiredService<Quartz.ISchedulerFactory>();
        var scheduler = await factory.GetScheduler(Token);
        Assert.NotNull(await scheduler.GetTrigger(new Quartz.TriggerKey("repeating-pickups"), Token));
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MakeRepeatPickups>().ExecuteAsync(Token);
    }

    /// <summary>A seller with a pickup whose parcels are all on it.</summary>
    private async Task<(PickupId Id, Actor Actor)> MakeAsync()
    {
        await using var database = host.Database();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        await TestShipments.BookAsync(database, seller.Id);
        await using var scope = host.Services.CreateAsyncScope();
        var open = (await scope.ServiceProvider.GetRequiredService<OpenPickupDesk>().ExecuteAsync(actor, null, location: null, Token))!;
        var wish = new PickupWish(actor.UserId, PickupDays.FirstOf(open.Days.Skip(1))!.Value, null);
        var result = await scope.ServiceProvider.GetRequiredService<RequestPickup>().ExecuteAsync(actor, wish, Token);
        return (Assert.IsType<PickupResult.Done>(result).Id, actor);
    }
}
