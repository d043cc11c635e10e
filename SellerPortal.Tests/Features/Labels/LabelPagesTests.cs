using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Domain.Labels;
using SellerPortal.Features.Labels;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Labels;

public sealed class LabelPagesTests : BunitContext
{
    public LabelPagesTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
    }

    [Fact]
    public async Task Labels_ThePaper_IsKeptAsItIsChosen()
    {
        await using var world = await UseAsync();
        var page = Render<LabelsPage>();
        page.WaitForAssertion(() => Assert.Contains("No files yet", page.Markup, StringComparison.Ordinal));
        page.Find("#label-format").Change(nameof(LabelFormat.A4));
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".sheet input").Count));
        page.FindAll(".sheet input")[2].Change("3");
        page.WaitForAssertion(() => Assert.Contains("Paper kept.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(new LabelPaper(LabelFormat.A4, Place: 3), (await world.Files.DeskAsync(world.Actor, LabelWorld.Token)).Paper);
    }

    [Fact]
    public async Task Labels_Zpl_AsksForTheDensity()
    {
        await using var world = await UseAsync();
        var page = Render<LabelsPage>();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#label-language")));
        Assert.Empty(page.FindAll("#label-density"));
        page.Find("#label-language").Change(nameof(PrinterLanguage.Zpl));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#label-density")));
        page.Find("#label-density").Change(nameof(PrinterDensity.Dpi300));
        Assert.Equal(new LabelPaper(LabelFormat.A6, PrinterLanguage.Zpl, PrinterDensity.Dpi300), (await world.Files.DeskAsync(world.Actor, LabelWorld.Token)).Paper);
    }

    [Fact]
    public async Task File_WhileItIsMade_ShowsHowFar_ThenOffersIt()
    {
        await using var world = await UseAsync();
        var booked = await world.BookAsync(3);
        await world.CancelAsync(booked[0]);
        var id = await world.OrderAsync(booked);
        var page = Render<LabelFilePage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains("0 of 3", page.Markup, StringComparison.Ordinal));
        await world.DoWorkAsync();
        world.Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Equal(PortalUrls.LabelFileContent(id), page.Find("#label-open").GetAttribute("href")));
        Assert.Contains("1 parcel is cancelled", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_NoLongerKept_OffersToMakeItAgain()
    {
        await using var world = await UseAsync();
        var id = await world.OrderAsync(await world.BookAsync(2));
        await world.DoWorkAsync();
        world.Time.Advance(LabelJob.FileKept + TimeSpan.FromHours(1));
        var page = Render<LabelFilePage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains("no longer kept", page.Markup, StringComparison.Ordinal));
        page.FindAll("button").Single().Click();
        page.WaitForAssertion(() => Assert.Matches("/labels/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
        Assert.Equal(2, (await world.Files.DeskAsync(world.Actor, LabelWorld.Token)).Files.Count);
    }

    [Fact]
    public async Task File_GivenUpWhileItIsWatched_SaysSoAndOffersToMakeItAgain()
    {
        await using var world = await UseAsync();
        var id = await world.OrderAsync(await world.BookAsync(2));
        var page = Render<LabelFilePage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains("0 of 2", page.Markup, StringComparison.Ordinal));
        await using (var database = world.Databases.CreateDbContext())
        {
            await world.Draw.GiveUpAsync(database, await database.WorkItems.AsNoTracking().SingleAsync(LabelWorld.Token), LabelWorld.Token);
        }

        world.Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Contains("The labels could not be made", page.Find("#label-ready").TextContent, StringComparison.Ordinal));
        page.FindAll("button").Single().Click();
        page.WaitForAssertion(() => Assert.Matches("/labels/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
        Assert.Equal(2, (await world.Files.DeskAsync(world.Actor, LabelWorld.Token)).Files.Count);
        Assert.Contains("Not made", Render<LabelsPage>().WaitForElement(".chip.r").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_WithFiles_ListsThem()
    {
        await using var world = await UseAsync();
        var id = await world.OrderAsync(await world.BookAsync(2));
        await world.DoWorkAsync();
        var page = Render<LabelsPage>();
        page.WaitForAssertion(() => Assert.NotNull(page.Find($"a[href='{PortalUrls.LabelFile(id)}']")));
        Assert.Contains("Ready", page.Markup, StringComparison.Ordinal);
    }

    private async Task<LabelWorld> UseAsync()
    {
        var world = await LabelWorld.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        Services.AddSingleton<TimeProvider>(world.Time);
        Services.AddSingleton(world.Files);
        var authorization = AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetClaims(ActorClaims.Of(world.Actor));
        return world;
    }
}
