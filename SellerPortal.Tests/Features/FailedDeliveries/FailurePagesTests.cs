using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.FailedDeliveries;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.FailedDeliveries;

public sealed class FailurePagesTests : BunitContext
{
    public FailurePagesTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
    }

    [Fact]
    public async Task List_Empty_SaysSo()
    {
        await using var world = await UseAsync();
        Go(PortalUrls.FailedDeliveries);
        var page = Render<FailuresPage>();
        page.WaitForAssertion(() => Assert.Contains("No failed attempt", page.Markup, StringComparison.Ordinal));
        Go("/failed-deliveries?tab=silent");
        page.WaitForAssertion(() => Assert.Contains("Every parcel was scanned in the last 5 days", page.Markup, StringComparison.Ordinal));
        Go("/failed-deliveries?reason=Refused");
        page.WaitForAssertion(() => Assert.Contains("No parcel fits the filter", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_FailedParcel_SaysWhyWhatFollowsAndUntilWhen()
    {
        await using var world = await UseAsync();
        var shipment = await world.FailedAsync();
        var page = Render<FailuresPage>();
        page.WaitForAssertion(() => Assert.Contains("Door locked", page.Find("tbody").TextContent, StringComparison.Ordinal));
        var text = page.Find("tbody").TextContent;
        Assert.Contains("Kept at the office; delivery is tried once more.", text, StringComparison.Ordinal);
        Assert.Contains("Kept until Tue 1 Dec", text, StringComparison.Ordinal);
        Assert.NotNull(page.Find($"tbody a[href='{PortalUrls.FailedDelivery(shipment.Id)}']"));
        page.Find("#failure-reason").Change("Refused");
        Assert.EndsWith("/failed-deliveries?reason=Refused", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parcel_DeliverAgain_AsksForTheChosenDay()
    {
        await using var world = await UseAsync();
        var shipment = await world.FailedAsync();
        var page = Open(shipment);
        page.WaitForAssertion(() => Assert.NotNull(Form(page, "Deliver again")));
        page.FindAll("input[name='deliver-on']")[1].Change("on");
        Form(page, "Deliver again").Submit();
        page.WaitForAssertion(() => Assert.Contains("asked to deliver again", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Deliver again on Thu 26 Nov", page.Find(".asked-list").TextContent, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 11, 26), Assert.Single(await world.InstructionsAsync(shipment.Id)).DeliverOn);
    }

    [Fact]
    public async Task Parcel_WrongNumber_SaysSoAtTheFieldThenTakesTheRightOne()
    {
        await using var world = await UseAsync();
        var shipment = await world.FailedAsync();
        var page = Open(shipment);
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#phone-mobile")));
        page.Find("#phone-mobile").Input("123");
        Form(page, "Correct the mobile number").Submit();
        page.WaitForAssertion(() => Assert.Contains("ten digits", page.Find("#phone-mobile-fault").TextContent, StringComparison.Ordinal));
        Assert.Equal("true", page.Find("#phone-mobile").GetAttribute("aria-invalid"));
        page.Find("#phone-mobile").Input("98270 11111");
        Form(page, "Correct the mobile number").Submit();
        page.WaitForAssertion(() => Assert.Contains("number is corrected", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal("9827011111", (await world.ReadAsync(shipment.Id)).Consignee.Mobile);
        Assert.Contains("9826054321", page.Find(".asked-list").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parcel_AddressForms_BeginWithTheOldAddressAndGoElsewhere()
    {
        await using var world = await UseAsync();
        var shipment = await world.FailedAsync();
        var page = Open(shipment);
        page.WaitForAssertion(() => Assert.Equal("Division 2, Civil Lines", page.Find("#correct-line1").GetAttribute("value")));
        Form(page, "Correct the address").Submit();
        page.WaitForAssertion(() => Assert.Contains("is there already", page.Find("#correct-line1-fault").TextContent, StringComparison.Ordinal));
        foreach (var (id, text) in new[] { ("name", "A. Sahu"), ("line1", "Circuit House Road"), ("city", "Bilaspur"), ("pincode", "495001"), ("mobile", "9827011111") })
        {
            page.Find($"#other-{id}").Input(text);
        }

        Form(page, "Redirect to another address").Submit();
        page.WaitForAssertion(() => Assert.Contains("asked to send it on", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(InstructionKind.Redirect, Assert.Single(await world.InstructionsAsync(shipment.Id)).Kind);
    }

    [Fact]
    public async Task Parcel_DeliveredMeanwhile_SaysSoAndOffersNothing()
    {
        await using var world = await UseAsync();
        var shipment = await world.FailedAsync();
        var page = Open(shipment);
        page.WaitForAssertion(() => Assert.NotNull(Form(page, "Return to me")));
        await world.ScanAsync(shipment.Article, "ITEM_DELIVERY", "Item Delivered(Addressee)", 1);
        Form(page, "Return to me").Submit();
        page.WaitForAssertion(() => Assert.Contains("moved on meanwhile", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("It is delivered.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task Parcel_Viewer_ReadsOnly()
    {
        await using var world = await UseAsync(TeamRole.ViewOnly);
        var shipment = await world.FailedAsync();
        var page = Open(shipment);
        page.WaitForAssertion(() => Assert.Contains("You may only look", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task Parcel_KeptNoLonger_OffersNoDayAndStillTheReturn()
    {
        await using var world = await UseAsync();
        var shipment = await world.FailedAsync(NonDeliveryReason.Refused);
        var page = Open(shipment);
        page.WaitForAssertion(() => Assert.Contains("sends it back before another day", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("input[name='deliver-on']"));
        Assert.Null(Form(page, "Deliver again").QuerySelector("button"));
        Assert.True(page.FindAll("details").Single(details => details.HasAttribute("open")).TextContent.Contains("Return to me", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_DayPassedAndHandedOverUnseen_SaySoAndLeadOn()
    {
        await using var world = await UseAsync();
        var failed = await world.FailedAsync();
        await world.Give.ExecuteAsync(world.Actor, failed.Id, new InstructionInput { Kind = InstructionKind.DeliverAgain, DeliverOn = FailuresWorld.Today.AddDays(1) }, Xunit.TestContext.Current.CancellationToken);
        var unseen = await world.BookAsync();
        await world.FetchAsync(6, done: true, unseen);
        world.Time.Advance(TimeSpan.FromDays(2));
        Go(PortalUrls.FailedDeliveries);
        var page = Render<FailuresPage>();
        page.WaitForAssertion(() => Assert.Contains("The day passed without a scan", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.Find($"tbody a[aria-label='Decide about {failed.Article}']"));
        Go("/failed-deliveries?tab=silent");
        page.WaitForAssertion(() => Assert.Contains("Handed over 8 days ago, not scanned since", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Equal(PortalUrls.Shipment(unseen.Id), page.Find($"tbody a[aria-label='Open parcel {unseen.Article}']").GetAttribute("href"));
    }

    private static IElement Form(IRenderedComponent<FailurePage> page, string title) =>
        page.FindAll("details").Single(details => details.QuerySelector("summary")!.TextContent == title).QuerySelector("form")!;

    private IRenderedComponent<FailurePage> Open(Shipment shipment) => Render<FailurePage>(parameters => parameters.Add(page => page.Id, shipment.Id.Value));

    private void Go(string url) => Services.GetRequiredService<NavigationManager>().NavigateTo(url);

    private async Task<FailuresWorld> UseAsync(TeamRole team = TeamRole.Owner)
    {
        var world = await FailuresWorld.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        Services.AddSingleton<TimeProvider>(world.Time);
        Services.AddSingleton(world.Reads);
        Services.AddSingleton(world.Give);
        var authorization = AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetClaims(ActorClaims.Of(world.Actor with { Team = team }));
        return world;
    }
}
