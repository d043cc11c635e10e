using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Returns;
using SellerPortal.Platform;
using SellerPortal.Tests.Features.FailedDeliveries;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Returns;

public sealed class ReturnsTests : BunitContext
{
    public ReturnsTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
    }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Read_EachTab_HoldsItsOwnWithReasonAndExpectedEnd(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var read = new ReadReturns(world.Databases, world.Tariffs, world.Time);
        var refused = await world.FailedAsync(NonDeliveryReason.Refused);
        await world.ScanAsync(refused.Article, "ITEM_RETURN", "Item Returned to Sender", -30);
        var ended = await world.FailedAsync(NonDeliveryReason.NoSuchPerson);
        await world.ScanAsync(ended.Article, "ITEM_RETURN", "Item Returned to Sender", -30);
        await world.ScanAsync(ended.Article, "ITEM_DELIVERY", "Item Delivered(Sender)", -10);
        var recalled = await world.BookAsync();
        await world.ScanAsync(recalled.Article, "BAG_DISPATCH", "Bag Dispatched", -20);
        await using (var database = world.Databases.CreateDbContext())
        {
            (await database.Shipments.SingleAsync(shipment => shipment.Id == recalled.Id, Token)).RequestRecall(Money.FromRupees(6), wasOut: false, world.Time.GetUtcNow());
            await database.SaveChangesAsync(Token);
        }

        await world.FailedAsync();
        var coming = await read.ExecuteAsync(world.Actor, new ReturnsFilter(), Token);
        Assert.Equal([2, 1, 0], Enum.GetValues<ReturnTab>().Select(tab => coming.Counts[tab]));
        var back = coming.Rows.Single(row => row.Id == refused.Id);
        // Booked on Monday for Friday to Saturday, turned round on Tuesday: Saturday to Monday.
        Assert.Equal((NonDeliveryReason.Refused, (new DateOnly(2026, 11, 28), new DateOnly(2026, 11, 30))), (back.Reason, back.ExpectedBack));
        Assert.Null(coming.Rows.Single(row => row.Id == recalled.Id).ExpectedBack);
        var done = Assert.Single((await read.ExecuteAsync(world.Actor, new ReturnsFilter(ReturnTab.Ended), Token)).Rows);
        Assert.Equal((ended.Id, NonDeliveryReason.NoSuchPerson, null), (done.Id, done.Reason, done.ExpectedBack));
        await using var other = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(other);
        Assert.All((await read.ExecuteAsync(stranger, new ReturnsFilter(), Token)).Counts.Values, count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Page_Tabs_ShowWhatComesBackAndSayWhenNothingDoes()
    {
        await using var world = await FailuresWorld.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        Services.AddSingleton<TimeProvider>(world.Time);
        Services.AddSingleton(new ReadReturns(world.Databases, world.Tariffs, world.Time));
        var authorization = AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetClaims(ActorClaims.Of(world.Actor));
        var shipment = await world.FailedAsync(NonDeliveryReason.Refused);
        await world.ScanAsync(shipment.Article, "ITEM_RETURN", "Item Returned to Sender", -30);
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(PortalUrls.Returns);
        var page = Render<ReturnsPage>();
        page.WaitForAssertion(() => Assert.Contains("Expected Sat 28 – Mon 30 Nov, estimated", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("Refused", page.Find("tbody").TextContent, StringComparison.Ordinal);
        navigation.NavigateTo(new ReturnsFilter(ReturnTab.Ended).ToUrl());
        page.WaitForAssertion(() => Assert.Contains("Nothing was returned", page.Markup, StringComparison.Ordinal));
        navigation.NavigateTo("/returns?tab=fromconsignee&page=x");
        page.WaitForAssertion(() => Assert.Contains("No return label yet", page.Markup, StringComparison.Ordinal));
    }
}
