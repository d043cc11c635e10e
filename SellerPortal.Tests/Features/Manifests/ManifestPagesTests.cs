using System.Globalization;
using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Manifests;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Manifests;

public sealed class ManifestPagesTests : BunitContext
{
    public ManifestPagesTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
    }

    [Fact]
    public async Task List_WithNothing_SaysSoAndNamesWhatIsOnNoManifest()
    {
        await using var world = await UseAsync();
        var page = Render<ManifestsPage>();
        page.WaitForAssertion(() => Assert.Contains("No manifest yet", page.Markup, StringComparison.Ordinal));
        await world.BookAsync(3);
        page = Render<ManifestsPage>();
        page.WaitForAssertion(() => Assert.Contains("3 parcels are on no manifest.", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Find($"a[href='{PortalUrls.NewManifestOfAll}']"));
    }

    [Fact]
    public async Task LeftBehind_OnAnEarlierManifest_IsShownAndListedAgain()
    {
        await using var world = await UseAsync();
        var booked = await world.BookAsync(2);
        var old = await world.FillAsync(booked);
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.Close.CloseEndedDaysAsync(Xunit.TestContext.Current.CancellationToken);
        await world.ScanAsync(booked[1]);
        var list = Render<ManifestsPage>();
        list.WaitForAssertion(() => Assert.Contains("One parcel stands on a manifest of an earlier day", list.Markup, StringComparison.Ordinal));
        Go(list.Find($"a[href='{PortalUrls.NewManifestOfLeftBehind}']").GetAttribute("href")!);
        var page = Render<NewManifestPage>();
        page.WaitForAssertion(() => Assert.NotNull(page.Find($"a[href='{PortalUrls.Manifest(old)}']")));
        Assert.NotNull(page.Find($"a[href='{PortalUrls.Shipment(booked[0].Id)}']"));
        Button(page, "Make manifest").Click();
        page.WaitForAssertion(() => Assert.Matches("/manifests/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
        Assert.NotEqual(old, await world.ManifestOfAsync(booked[0]));
        Assert.Equal(old, await world.ManifestOfAsync(booked[1]));
    }

    [Fact]
    public async Task List_ForWhoeverOnlyLooks_NamesWhatIsOnNoManifestWithoutOfferingToListIt()
    {
        await using var world = await UseAsync(TeamRole.ViewOnly);
        await world.BookAsync(3);
        var page = Render<ManifestsPage>();
        page.WaitForAssertion(() => Assert.Contains("3 parcels are on no manifest.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll($"a[href='{PortalUrls.NewManifestOfAll}']"));
    }

    [Fact]
    public async Task New_Chosen_SaysWhatIsLeftOutAndMakesIt()
    {
        await using var world = await UseAsync();
        var booked = await world.BookAsync(3);
        await world.FillAsync(booked[0]);
        Go(PortalUrls.NewManifest(booked.Select(shipment => shipment.Id)));
        var page = Render<NewManifestPage>();
        page.WaitForAssertion(() => Assert.Contains("2 parcels can go on it", page.Markup, StringComparison.Ordinal));
        Assert.Contains("On a manifest already: 1", page.Markup, StringComparison.Ordinal);
        Button(page, "Make manifest").Click();
        page.WaitForAssertion(() => Assert.Matches("/manifests/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
        Assert.Equal(0, await world.Read.CountUnhandedAsync(world.Actor, Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task New_NothingOfOnesOwn_OffersTheList()
    {
        await using var world = await UseAsync();
        Go("/manifests/new?shipments=,x,00000000-0000-0000-0000-000000000000");
        var page = Render<NewManifestPage>();
        page.WaitForAssertion(() => Assert.Contains("No parcel can go on a manifest now", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Manifest_AddAllTakeOffAndClose_ShowsEachStep()
    {
        await using var world = await UseAsync();
        var booked = await world.BookAsync(3);
        var id = await world.FillAsync(booked[0]);
        var page = Render<ManifestPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.Contains("2 parcels are on no manifest.", page.Markup, StringComparison.Ordinal));
        Button(page, "Add all").Click();
        page.WaitForAssertion(() => Assert.Contains("2 parcels added.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        page.Find($"button[aria-label='Take off {booked[1].Article}']").Click();
        page.WaitForAssertion(() => Assert.Contains($"{booked[1].Article} is off the manifest.", page.Markup, StringComparison.Ordinal));
        Button(page, "Close manifest").Click();
        Button(page, "Close for good").Click();
        page.WaitForAssertion(() => Assert.Contains("It never changes", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("Take off", StringComparison.Ordinal));
        Assert.NotNull(page.Find($"a[href='{PortalUrls.ManifestPdf(id)}']"));
    }

    [Fact]
    public async Task Manifest_AnOnlooker_SeesNoButtons()
    {
        await using var world = await UseAsync(TeamRole.ViewOnly);
        var id = await world.FillAsync(await world.BookAsync(1));
        var page = Render<ManifestPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.Contains("1 parcel,", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Manifest_ThatDoesNotExist_SaysSo()
    {
        await using var world = await UseAsync();
        var page = Render<ManifestPage>(parameters => parameters.Add(p => p.Id, Guid.CreateVersion7()));
        page.WaitForAssertion(() => Assert.Contains("There is no such manifest", page.Markup, StringComparison.Ordinal));
    }

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Single(button => button.TextContent == text);

    private void Go(string url) => Services.GetRequiredService<NavigationManager>().NavigateTo(url);

    private async Task<ManifestWorld> UseAsync(TeamRole team = TeamRole.Owner)
    {
        var world = await ManifestWorld.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        Services.AddSingleton<TimeProvider>(world.Time);
        Services.AddSingleton(world.Fill).AddSingleton(world.TakeOff).AddSingleton(world.Close).AddSingleton(world.Read).AddSingleton(world.Candidates);
        Services.AddSingleton(new OrderManifestLabels(world.Databases, new WorkSignal(), world.Time));
        var authorization = AddAuthorization();
        authorization.SetAuthorized("test");
        if (team != TeamRole.ViewOnly) authorization.SetPolicies(Policies.Book);
        authorization.SetClaims(
            new Claim(ClaimTypes.NameIdentifier, world.Actor.UserId.ToString()),
            new Claim(PortalClaims.Seller, world.Seller.Id.ToString()),
            new Claim(PortalClaims.Team, team.ToString()));
        return world;
    }
}
