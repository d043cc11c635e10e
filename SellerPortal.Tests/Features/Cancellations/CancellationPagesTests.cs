using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Data.Seeding;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Cancellations;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Cancellations;

public sealed class CancellationPagesTests : BunitContext
{
    public CancellationPagesTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
    }

    [Fact]
    public async Task Cancel_OneGoodOneGone_CancelsTheGoodAndOffersARecallForTheOther()
    {
        await using var world = await UseAsync();
        var (good, gone) = (await world.BookAsync(), await world.BookAsync());
        await world.ScanAsync(gone.Article, "BAG_DISPATCH", "Bag Dispatched");
        Go(PortalUrls.CancelShipments([good.Id, gone.Id]));
        var page = Render<CancelPage>();
        page.WaitForAssertion(() => Assert.Contains("Paid back: ₹270.00", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Find($"a[href='{PortalUrls.Recall(gone.Id)}']"));
        page.FindAll("button").Single(button => button.TextContent == "Cancel parcel").Click();
        page.WaitForAssertion(() => Assert.Contains("Cancelled. ₹270.00 is paid back.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Cancel parcel");
        Assert.NotNull(page.Find($"a[href='{PortalUrls.BookLike(good.Id)}']"));
        Assert.Equal(ShipmentStatus.Cancelled, (await world.ReadAsync(good.Id)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?shipments=")]
    [InlineData("?shipments=,x,123,00000000-0000-0000-0000-000000000000")]
    [InlineData("?shipments=0199f2a0-0000-7000-8000-000000000000")]
    public async Task Cancel_NothingOfOnesOwn_SaysSo(string query)
    {
        await using var world = await UseAsync();
        Go("/shipments/cancel" + query);
        var page = Render<CancelPage>();
        page.WaitForAssertion(() => Assert.Contains("No parcel of yours is chosen", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recall_InTransit_ShowsTheFeeAndAsks()
    {
        await using var world = await UseAsync();
        var shipment = await world.BookAsync();
        await world.ScanAsync(shipment.Article, "BAG_DISPATCH", "Bag Dispatched");
        var page = Render<RecallPage>(parameters => parameters.Add(p => p.Id, shipment.Id.Value));
        page.WaitForAssertion(() => Assert.Contains("The recall costs ₹7.00: ₹6.00 and ₹1.00 GST.", page.Markup, StringComparison.Ordinal));
        page.FindAll("button").Single(button => button.TextContent == "Recall parcel").Click();
        page.WaitForAssertion(() => Assert.Contains("The recall is asked for; it costs ₹7.00 with tax.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.NotNull((await world.ReadAsync(shipment.Id)).RecallRequestedAt);
    }

    [Fact]
    public async Task Recall_TakenOutMeanwhile_SaysWhy()
    {
        await using var world = await UseAsync();
        var shipment = await world.BookAsync();
        await world.ScanAsync(shipment.Article, "BAG_DISPATCH", "Bag Dispatched");
        var page = Render<RecallPage>(parameters => parameters.Add(p => p.Id, shipment.Id.Value));
        page.WaitForAssertion(() => Assert.Contains("Recall parcel", page.Markup, StringComparison.Ordinal));
        await world.ScanAsync(shipment.Article, "ITEM_INVOICE", "Taken out for delivery", minutes: 5);
        page.FindAll("button").Single(button => button.TextContent == "Recall parcel").Click();
        page.WaitForAssertion(() => Assert.Contains("moved on meanwhile", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("can no longer be recalled", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recall_FeeNoLongerLoaded_SaysThatAndNotThatItMovedOn()
    {
        await using var world = await UseAsync();
        var shipment = await world.BookAsync();
        await world.ScanAsync(shipment.Article, "BAG_DISPATCH", "Bag Dispatched");
        var page = Render<RecallPage>(parameters => parameters.Add(p => p.Id, shipment.Id.Value));
        page.WaitForAssertion(() => Assert.Contains("Recall parcel", page.Markup, StringComparison.Ordinal));
        world.Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));
        world.Tariffs.Publish(TariffBook.Create(new TariffFiles(TariffFiles.ShippedFolder).Read() with { AddOnFees = [] }, PostalCalendar.Plain));
        page.FindAll("button").Single(button => button.TextContent == "Recall parcel").Click();
        page.WaitForAssertion(() => Assert.Contains("no fee for a recall is loaded any more", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Null((await world.ReadAsync(shipment.Id)).RecallRequestedAt);
    }

    [Fact]
    public async Task Cancel_MoreThanOneAddressNames_SaysHowManyAreShown()
    {
        await using var world = await UseAsync();
        var shipment = await world.BookAsync();
        Go(PortalUrls.CancelShipments([shipment.Id, .. Enumerable.Range(0, PortalUrls.MostShipments).Select(i => ShipmentId.New(TestShipments.BookedAt.AddSeconds(i)))]));
        var page = Render<CancelPage>();
        page.WaitForAssertion(() => Assert.Contains("The first 200 of 201 parcels are shown", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CancelSheet_AskedAndSure_CancelsAllThatCanBe()
    {
        await using var world = await UseAsync();
        var gone = await world.BookAsync();
        var parcels = new List<Shipment>();
        for (var i = 0; i < 51; i++) parcels.Add(await world.BookAsync());
        var sheet = await world.SheetAsync([gone, .. parcels]);
        await world.ScanAsync(gone.Article, "BAG_DISPATCH", "Bag Dispatched");

        var page = Render<CancelSheetPage>(parameters => parameters.Add(p => p.Id, sheet));
        page.WaitForAssertion(() => Assert.Contains("₹13,770.00", page.Find("dl").TextContent, StringComparison.Ordinal));
        Assert.Contains("It has left the office of booking.", page.Find("li").TextContent, StringComparison.Ordinal);
        Press(page, "Cancel 51 parcels");
        Assert.Equal(ShipmentStatus.Booked, (await world.ReadAsync(parcels[0].Id)).Status);
        var done = page.FindAll("button").Single(button => button.TextContent == "Yes, cancel them").ClickAsync(new());
        Assert.Contains("of 51 parcels", page.WaitForElement(".long-work", TimeSpan.FromSeconds(30)).TextContent, StringComparison.Ordinal);
        await done;
        page.WaitForAssertion(() => Assert.Contains("51 parcels cancelled. ₹13,770.00 is paid back.", page.Find("[role=status]").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Empty(page.FindAll("button"));
        foreach (var parcel in parcels) Assert.Equal(ShipmentStatus.Cancelled, (await world.ReadAsync(parcel.Id)).Status);
        Assert.NotEqual(ShipmentStatus.Cancelled, (await world.ReadAsync(gone.Id)).Status);
    }

    [Fact]
    public async Task CancelSheet_SellerLeavesMeanwhile_IsDoneToTheEnd()
    {
        await using var world = await UseAsync();
        var parcels = new List<Shipment>();
        for (var i = 0; i < 60; i++) parcels.Add(await world.BookAsync());
        var sheet = await world.SheetAsync(parcels);
        var page = Render<CancelSheetPage>(parameters => parameters.Add(p => p.Id, sheet));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("button")));
        Press(page, "Cancel 60 parcels");
        var done = page.FindAll("button").Single(button => button.TextContent == "Yes, cancel them").ClickAsync(new());
        await DisposeComponentsAsync();
        await done;
        foreach (var parcel in parcels) Assert.Equal(ShipmentStatus.Cancelled, (await world.ReadAsync(parcel.Id)).Status);
    }

    [Fact]
    public async Task CancelSheet_NothingBooked_SaysSo()
    {
        await using var world = await UseAsync();
        var sheet = await world.SheetAsync();
        var page = Render<CancelSheetPage>(parameters => parameters.Add(p => p.Id, sheet));
        page.WaitForAssertion(() => Assert.Contains("it booked no parcel", page.Markup, StringComparison.Ordinal));
    }

    private static void Press(IRenderedComponent<CancelSheetPage> page, string text) => page.FindAll("button").Single(button => button.TextContent == text).Click();

    private void Go(string url) => Services.GetRequiredService<NavigationManager>().NavigateTo(url);

    private async Task<CancellationWorld> UseAsync()
    {
        var world = await CancellationWorld.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        Services.AddSingleton(world.Cancel);
        Services.AddSingleton(world.Recall);
        Services.AddScoped<ReadCandidates>();
        Services.AddScoped<ReadSheetToCancel>();
        var authorization = AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetClaims(ActorClaims.Of(world.Actor));
        return world;
    }
}
