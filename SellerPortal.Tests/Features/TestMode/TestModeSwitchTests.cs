using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Security;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.TestMode;

/// <summary>Into the test mode and out of it, as a browser does it.</summary>
public sealed class TestModeSwitchTests(TestHost host)
{
    private const string Bar = "class=\"test-bar\"";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Switch_ThereAndBack_ShowsTheBarInBetween()
    {
        var (visit, _, seller) = await SignInAsync();
        Assert.DoesNotContain(Bar, visit.Page, StringComparison.Ordinal);
        await SwitchAsync(visit, on: true);
        Assert.Equal("/today", visit.SentTo);
        await visit.OpenAsync("/account");
        Assert.Contains(Bar, visit.Page, StringComparison.Ordinal);
        await using (var database = host.Database()) Assert.True(await database.Sellers.AnyAsync(twin => twin.Id == seller.Id.Twin, Token));

        await SwitchAsync(visit, on: false);
        await visit.OpenAsync("/account");
        Assert.DoesNotContain(Bar, visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_SessionRenewed_StaysInTheTestMode()
    {
        var (visit, user, _) = await SignInAsync();
        await SwitchAsync(visit, on: true);
        host.Services.GetRequiredService<ChangedAccounts>().Tell(user.Id);
        await visit.OpenAsync("/account");
        Assert.True(visit.Answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("portal-session=", StringComparison.Ordinal)));
        Assert.Contains(Bar, visit.Page, StringComparison.Ordinal);
        await visit.OpenAsync("/account");
        Assert.Contains(Bar, visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_WithoutAntiforgeryToken_IsRefused()
    {
        var (visit, _, _) = await SignInAsync();
        await visit.PostAsync("/test-mode", ("on", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, visit.Answer.StatusCode);
    }

    [Fact]
    public async Task Switch_ForeignReturnUrl_StaysInThePortal()
    {
        var (visit, _, _) = await SignInAsync();
        await visit.PostAsync("/test-mode", ("__RequestVerificationToken", TokenOf(visit)), ("on", "true"), ("returnUrl", "//evil.example"));
        Assert.StartsWith("/", visit.SentTo, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", visit.SentTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switch_AccountWithoutSeller_IsDenied()
    {
        var user = await TestAccounts.MakeAsync(host, Roles.Admin);
        var visit = await (await TestAccounts.SignInAsync(host, user)).FollowAsync();
        await visit.PostAsync("/test-mode", ("__RequestVerificationToken", TokenOf(visit)), ("on", "true"));
        Assert.StartsWith("/denied", visit.SentTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_OfNothing_LeadsBackToTheList()
    {
        var (visit, _, _) = await SignInAsync();
        await SwitchAsync(visit, on: true);
        await visit.OpenAsync("/account");
        await visit.PostAsync("/test-mode/scans", ("__RequestVerificationToken", TokenOf(visit)));
        Assert.Equal("/shipments", visit.SentTo);
    }

    private static Task<SiteVisit> SwitchAsync(SiteVisit visit, bool on) =>
        visit.PostAsync("/test-mode", ("__RequestVerificationToken", TokenOf(visit)), ("on", on ? "true" : "false"));

    private static string TokenOf(SiteVisit visit) =>
        Regex.Match(visit.Page, "name=\"__RequestVerificationToken\" value=\"(?<it>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["it"].Value;

    private async Task<(SiteVisit Visit, PortalUser User, Seller Seller)> SignInAsync()
    {
        await using var database = host.Database();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var user = await TestAccounts.MakeAsync(host, Roles.Seller, seller.Id);
        return (await (await TestAccounts.SignInAsync(host, user)).FollowAsync(), user, seller);
    }
}
