using System.Globalization;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Features.Partners;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Partners;

public sealed class PartnersPageTests : BunitContext
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public PartnersPageTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(clock);
        Services.AddScoped<ManagePartners>();
    }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Partner_AdmittedRenewedAndShutOut_IsToldOnceAndEnds()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var page = RenderFor(databases);
        Assert.Contains("No partners yet", page.Markup, StringComparison.Ordinal);
        page.Find("form").Submit();
        Assert.Contains("Give the partner a name.", page.Markup, StringComparison.Ordinal);

        page.Find("input[type=text]").Change("GeM");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".key-once").Count));
        var first = page.FindAll(".key-once")[1].TextContent;
        await using (var database = databases.CreateDbContext())
        {
            Assert.True((await database.Partners.SingleAsync(Token)).Opens(first, clock.GetUtcNow()));
        }

        Press(page, "New secret");
        Press(page, "New secret, old one for a day");
        page.WaitForAssertion(() => Assert.NotEqual(first, page.FindAll(".key-once")[1].TextContent));
        await using (var database = databases.CreateDbContext())
        {
            var partner = await database.Partners.SingleAsync(Token);
            Assert.True(partner.Opens(first, clock.GetUtcNow()));
            Assert.False(partner.Opens(first, clock.GetUtcNow().AddDays(1)));
        }

        Press(page, "Done");
        Press(page, "Shut out");
        Press(page, "Shut out for good");
        page.WaitForAssertion(() => Assert.DoesNotContain("Admitted<", page.Find("tbody").InnerHtml, StringComparison.Ordinal));
        await using var after = databases.CreateDbContext();
        Assert.False((await after.Partners.SingleAsync(Token)).Opens(first, clock.GetUtcNow()));
    }

    [Fact]
    public async Task Partner_ForTryingOnly_IsOfTheTestModeAndSaysSo()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var page = RenderFor(databases);
        page.Find("input[type=text]").Change("GeM staging");
        page.Find("input[type=checkbox]").Change(true);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.StartsWith("test_partner_", page.FindAll(".key-once")[0].TextContent, StringComparison.Ordinal));
        Assert.Contains("Test mode", page.Find("tbody").TextContent, StringComparison.Ordinal);
        await using var database = databases.CreateDbContext();
        Assert.True((await database.Partners.AsNoTracking().SingleAsync(Token)).IsTest);
        Assert.False(page.Find("input[type=checkbox]").HasAttribute("checked"));
    }

    /// <summary>The page as an admin sees it.</summary>
    private IRenderedComponent<PartnersPage> RenderFor(TestDatabase databases)
    {
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(databases);
        var authorization = this.AddAuthorization();
        authorization.SetAuthorized("admin");
        authorization.SetClaims(ActorClaims.Of(TestSellers.Admin));
        return Render<PartnersPage>();
    }

    private static void Press(IRenderedComponent<PartnersPage> page, string label) => page.FindAll("button").Single(button => button.TextContent == label).Click();
}
