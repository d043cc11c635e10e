using System.Globalization;
using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Components.Layout;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Tests.Components;

public sealed class LayoutTests : BunitContext
{
    private readonly BunitAuthorizationContext _visitor;

    public LayoutTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-IN");
        Services.AddLocalization();
        Services.AddAntiforgery();
        _visitor = AddAuthorization();
    }

    [Fact]
    public void PortalMenu_Seller_SeesBookingAndNoAdministration()
    {
        _visitor.SetAuthorized("seller").SetRoles(Roles.Seller).SetPolicies(Policies.BookNow).SetClaims(new Claim(PortalClaims.DisplayName, "Acme Traders"));
        var links = LinksOf();
        Assert.Contains(PortalUrls.Book, links);
        Assert.Contains(PortalUrls.Shipments, links);
        Assert.DoesNotContain(links, link => link.StartsWith("/admin", StringComparison.Ordinal));
        Assert.DoesNotContain(PortalUrls.PickupAgents, links);
    }

    [Fact]
    public void PortalMenu_Staff_SeesThePickupAgents()
    {
        _visitor.SetAuthorized("staff").SetRoles(Roles.PostalStaff).SetPolicies(Policies.Staff);
        Assert.Contains(PortalUrls.PickupAgents, LinksOf());
    }

    [Fact]
    public void PortalMenu_Admin_SeesAdministrationAndNoBooking()
    {
        _visitor.SetAuthorized("admin").SetRoles(Roles.Admin);
        var links = LinksOf();
        Assert.DoesNotContain(PortalUrls.Book, links);
        Assert.Equal(8, links.Count(link => link.StartsWith("/admin", StringComparison.Ordinal)));
    }

    [Fact]
    public void PortalMenu_SellerWhoMayNotBook_SeesNoBooking()
    {
        _visitor.SetAuthorized("seller").SetRoles(Roles.Seller);
        Assert.DoesNotContain(PortalUrls.Book, LinksOf());
        Assert.Empty(Render<PortalFrame>(frame => frame.AddChildContent("")).FindAll($"a[href='{PortalUrls.Book}']"));
    }

    [Theory]
    [InlineData(Roles.Seller, PortalUrls.Book, Policies.BookNow)]
    [InlineData(Roles.Seller, PortalUrls.Pincode)]
    [InlineData(Roles.PostalStaff, PortalUrls.Pincode)]
    [InlineData(Roles.Admin, PortalUrls.Sellers)]
    public void BottomBar_OnAPhone_HasFiveThatWork(string role, string third, params string[] policies)
    {
        _visitor.SetAuthorized("somebody").SetRoles(role).SetPolicies(policies);
        var bar = Render<BottomBar>();
        Assert.Equal(5, bar.FindAll("nav.bottom > a, nav.bottom > details").Count);
        Assert.Equal([PortalUrls.Today, PortalUrls.Shipments, third, PortalUrls.Quote], bar.FindAll("nav.bottom > a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void LanguageSwitch_OnAPage_ComesBackToItWithItsQuery()
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/shipments?q=a");
        var link = Render<LanguageSwitch>().Find("a");
        Assert.Equal("hi", link.GetAttribute("lang"));
        Assert.Equal(PortalUrls.Culture("hi-IN", "/shipments?q=a"), link.GetAttribute("href"));
    }

    [Fact]
    public void ThemeSwitch_Choice_IsMarked()
    {
        var themes = Render<ThemeSwitch>(parameters => parameters.AddCascadingValue("Theme", "dark"));
        Assert.Equal("Dark colours", Assert.Single(themes.FindAll("[aria-current]")).GetAttribute("aria-label"));
    }

    [Fact]
    public void PublicLayout_Visitor_CanSkipSignInAndReachEveryRequiredPage()
    {
        var page = Render<PublicLayout>();
        Assert.Equal("/#content", page.Find("a.skip").GetAttribute("href"));
        Assert.Equal(PortalUrls.SignIn, page.Find("a.enter").GetAttribute("href"));
        var links = page.FindAll("footer a").Select(link => link.GetAttribute("href")).ToList();
        string[] required = [PortalUrls.Contact, PortalUrls.Help, PortalUrls.Sitemap, PortalUrls.Privacy, PortalUrls.Terms, PortalUrls.Accessibility];
        Assert.All(required, url => Assert.Contains(url, links));
        Assert.Contains("Last updated", page.Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void PublicLayout_SignedIn_LeadsToThePortal()
    {
        _visitor.SetAuthorized("seller");
        Assert.Equal(PortalUrls.Today, Render<PublicLayout>().Find("a.enter").GetAttribute("href"));
    }

    private List<string> LinksOf() => [.. Render<PortalMenu>().FindAll("a").Select(link => link.GetAttribute("href")!)];
}
