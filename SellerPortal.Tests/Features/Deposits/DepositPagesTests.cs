using System.Globalization;
using System.Net;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Deposits;
using SellerPortal.Features.Today;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Deposits;

public sealed class DepositPagesTests(TestHost host)
{
    [Fact]
    public async Task Admin_Records_SeesFaultsThenTheDeposit()
    {
        await using var world = await DepositWorld.CreateAsync(DatabaseKind.Sqlite);
        var (seller, actor) = await world.SellerAsync();
        await using var context = Context(world, TestSellers.Admin);
        var page = context.Render<DepositsPage>();
        page.WaitForAssertion(() => Assert.Contains("No deposits yet", page.Markup, StringComparison.Ordinal));

        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("No seller has this customer id", page.Markup, StringComparison.Ordinal));
        Assert.All(["#deposit-customer", "#deposit-amount", "#deposit-receipt"], field => Assert.Equal("true", page.Find(field).GetAttribute("aria-invalid")));
        page.Find("#deposit-customer").Input(seller.CustomerId!);
        page.Find("#deposit-receipt").Input("R-100");
        page.Find("#deposit-amount").Input("12.345");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("#deposit-amount").GetAttribute("aria-invalid")));
        page.Find("#deposit-amount").Input("₹1,250.50");
        page.Find("#deposit-day").Change("2026-11-25");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("true", page.Find("#deposit-day").GetAttribute("aria-invalid")));
        page.Find("#deposit-day").Change("2026-11-23");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("₹1,250.50 recorded for Acme Traders.", page.Markup, StringComparison.Ordinal));
        Assert.Contains(seller.CustomerId!, page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal("", page.Find("#deposit-amount").GetAttribute("value"));

        page.Find("#deposit-customer").Input(seller.CustomerId!);
        page.Find("#deposit-amount").Input("-250.50");
        page.Find("#deposit-receipt").Input("r-100");
        page.Find("#deposit-kind").Change(nameof(DepositKind.Correction));
        page.Find("#deposit-reason").Input("Wrong amount");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("This receipt is already recorded", page.Markup, StringComparison.Ordinal));
        page.Find("#deposit-receipt").Input("C-1");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("−₹250.50 recorded for Acme Traders.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(Money.FromRupees(1_000), (await world.DepositAsync(actor)).Balance);
    }

    [Theory]
    [InlineData(TeamRole.Owner)]
    [InlineData(TeamRole.Booking)]
    [InlineData(TeamRole.ViewOnly)]
    public async Task Seller_WithADeposit_SeesBalanceMovementsAndMonths(TeamRole role)
    {
        await using var world = await DepositWorld.CreateAsync(DatabaseKind.Sqlite);
        var (seller, actor) = await world.SellerAsync();
        var (other, _) = await world.SellerAsync();
        await world.RecordAsync(seller, DepositWorld.Payment(500, "FIRST-1") with { Day = new DateOnly(2026, 10, 30) });
        await world.RecordAsync(seller, DepositWorld.Payment(56, "SECOND-2"));
        await world.RecordAsync(other, DepositWorld.Payment(77_777, "OTHERS-3"));
        await world.BookAsync(seller, DepositWorld.Ist(10, 31));
        await world.BookAsync(seller, DepositWorld.Ist(11, 2));
        await using var context = Context(world, actor with { Team = role });
        var page = context.Render<OwnDepositPage>();
        page.WaitForAssertion(() => Assert.Contains("₹16.00", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Lasts less than a day", page.Markup, StringComparison.Ordinal);
        Assert.Contains("The deposit is low", page.Markup, StringComparison.Ordinal);
        Assert.Contains("never stops a booking", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["SECOND-2", "FIRST-1"], page.FindAll("td.mono").Select(cell => cell.TextContent));
        Assert.Equal(["Nov 2026", "Oct 2026"], page.FindAll("tbody")[1].Children.Select(row => row.Children[0].TextContent));
        Assert.DoesNotContain("OTHERS-3", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seller_WithoutADeposit_ReadsHowToOpenOne()
    {
        await using var world = await DepositWorld.CreateAsync(DatabaseKind.Sqlite);
        var (_, actor) = await world.SellerAsync();
        await using var context = Context(world, actor);
        var page = context.Render<OwnDepositPage>();
        page.WaitForAssertion(() => Assert.Contains("To open one, pay at your office of booking", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Today_OfASeller_TellsOfALowDepositOnly()
    {
        await using var world = await DepositWorld.CreateAsync(DatabaseKind.Sqlite);
        var (seller, actor) = await world.SellerAsync();
        await world.BookAsync(seller, DepositWorld.Ist(11, 20));
        Assert.Null(Line());
        await world.RecordAsync(seller, DepositWorld.Payment(27));
        Assert.Null(Line());
        await world.BookAsync(seller, DepositWorld.Ist(11, 24, 11));
        Assert.Equal("Deposit low: −₹243 left. See the deposit", Line());

        string? Line()
        {
            using var context = Context(world, actor);
            var page = context.Render<TodayPage>();
            page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".charts")));
            var links = page.FindAll(".low-deposit a");
            if (links.Count > 0) Assert.Equal("/account/deposit", links[0].GetAttribute("href"));
            return page.FindAll(".low-deposit").SingleOrDefault()?.TextContent.Trim();
        }
    }

    [Fact]
    public async Task Pages_OfOthers_AreDenied()
    {
        await using var database = host.Database();
        var (_, owner) = await TestSellers.ApprovedAsync(database);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(TestSellers.Admin, "/admin/deposits"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(owner with { Team = TeamRole.ViewOnly }, "/account/deposit"));
        Assert.Equal("/denied", await SentToAsync(owner, "/admin/deposits"));
        Assert.Equal("/denied", await SentToAsync(TestSellers.Admin, "/account/deposit"));
        foreach (var url in new[] { "/admin/deposits", "/account/deposit" })
        {
            Assert.StartsWith("/account/sign-in", (await new SiteVisit(host.Anonymous()).OpenAsync(url)).SentTo, StringComparison.Ordinal);
        }
    }

    private async Task<HttpStatusCode> StatusAsync(Actor actor, string url) => (await new SiteVisit(host.As(actor)).OpenAsync(url)).Answer.StatusCode;

    private async Task<string> SentToAsync(Actor actor, string url) => (await new SiteVisit(host.As(actor)).OpenAsync(url)).SentTo!.Split('?')[0];

    private static BunitContext Context(DepositWorld world, Actor actor)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule("/js/focus.js").Mode = JSRuntimeMode.Loose;
        context.Services.AddLocalization();
        context.Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        context.Services.AddSingleton<TimeProvider>(world.Time);
        context.Services.AddSingleton(RealTariffs.InForce);
        context.Services.AddDeposits().AddToday();
        var authorization = context.AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetClaims(ActorClaims.Of(actor));
        return context;
    }
}
