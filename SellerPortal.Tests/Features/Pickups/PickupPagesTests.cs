using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

public sealed class PickupPagesTests : BunitContext
{
    public PickupPagesTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
    }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_Empty_OffersTheNextStepAndNamesWhatWaits()
    {
        await using var world = await UseAsync();
        await world.BookAsync(2);
        var page = Render<PickupsPage>();
        page.WaitForAssertion(() => Assert.Contains("No pickup yet", page.Markup, StringComparison.Ordinal));
        Assert.Contains("2 parcels wait for no pickup.", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll($"a[href='{PortalUrls.NewPickupOfAll}']"));
    }

    [Fact]
    public async Task List_ForWhoeverOnlyLooks_NamesWhatWaitsWithoutOfferingToFetchIt()
    {
        await using var world = await UseAsync(team: TeamRole.ViewOnly);
        await world.BookAsync(2);
        var page = Render<PickupsPage>();
        page.WaitForAssertion(() => Assert.Contains("2 parcels wait for no pickup.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll($"a[href='{PortalUrls.NewPickupOfAll}']"));
    }

    [Fact]
    public async Task List_ByState_FiltersAndCounts()
    {
        await using var world = await UseAsync();
        var (one, two) = (await world.RequestedAsync(), await world.RequestedAsync(1));
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, two, Token);
        Go("/pickups?state=Confirmed");
        var page = Render<PickupsPage>();
        page.WaitForAssertion(() => Assert.NotNull(page.Find($"a[href='{PortalUrls.Pickup(two)}']")));
        Assert.Empty(page.FindAll($"a[href='{PortalUrls.Pickup(one)}']"));
        Assert.Equal("Confirmed 1", page.Find(".pickup-filter [aria-current]").TextContent);
        Go("/pickups?state=Failed");
        page.WaitForAssertion(() => Assert.Contains("No such pickup", page.Markup, StringComparison.Ordinal));
        Go("/pickups?state=7&page=x");
        page.WaitForAssertion(() => Assert.Contains("Mon 23 Nov, 14:00–17:00", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_ForStaff_NamesTheSellers()
    {
        await using var world = await UseAsync(PickupWorld.Staff);
        await world.RequestedAsync();
        var page = Render<PickupsPage>();
        page.WaitForAssertion(() => Assert.Contains("Acme Traders", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll($"a[href='{PortalUrls.NewPickupOfAll}']"));
    }

    [Fact]
    public async Task New_AllThatWait_ShowsDaysSlotsOfficeAndDropOff()
    {
        await using var world = await UseAsync();
        await world.BookAsync(3);
        var page = Render<NewPickupPage>();
        page.WaitForAssertion(() => Assert.Contains("3 parcels", page.Markup, StringComparison.Ordinal));
        var days = page.FindAll("input[name=pickup-day]");
        Assert.Equal(8, days.Count);
        Assert.Equal([false, true, false, false, false, false, true, false], days.Select(day => day.HasAttribute("disabled")));
        Assert.Contains("Guru Nanak's birthday", page.Markup, StringComparison.Ordinal);
        Assert.Equal([true, false, false], page.FindAll("input[name=pickup-slot]").Select(slot => slot.HasAttribute("disabled")));
        Assert.Contains("over", page.FindAll("fieldset")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Jabalpur", page.Find("#pickup-drop").ParentElement!.TextContent, StringComparison.Ordinal);
        Button(page, "Request for Mon 23 Nov, 14:00–17:00").Click();
        page.WaitForAssertion(() => Assert.Matches("/pickups/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
        Assert.Equal(0, await world.CountOnAsync(null));
    }

    [Fact]
    public async Task New_ChosenOnAnotherDay_TakesOnlyThose()
    {
        await using var world = await UseAsync();
        var booked = await world.BookAsync(3);
        await world.RequestedAsync(1);
        Go(PortalUrls.NewPickup([booked[0].Id, booked[1].Id, new ShipmentId(Guid.CreateVersion7())]));
        var page = Render<NewPickupPage>();
        page.WaitForAssertion(() => Assert.Contains("2 parcels", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Left out: 1", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Take all 3 that wait", page.Markup, StringComparison.Ordinal);
        page.FindAll("input[name=pickup-day]")[2].Change(true);
        page.FindAll("input[name=pickup-slot]")[2].Change(true);
        Button(page, "Request for Wed 25 Nov, 17:00–20:00").Click();
        page.WaitForAssertion(() => Assert.Matches("/pickups/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
        Assert.Equal(1, await world.CountOnAsync(null));
    }

    [Fact]
    public async Task New_TakenByOthersMeanwhile_SaysSoAndOffersTheNext()
    {
        await using var world = await UseAsync(rules: new PickupRules { Capacity = 1 });
        await world.BookAsync(1);
        var page = Render<NewPickupPage>();
        page.WaitForAssertion(() => Assert.Contains("Request for Mon 23 Nov, 14:00–17:00", page.Markup, StringComparison.Ordinal));
        await world.RequestedAsync(1);
        Button(page, "Request for Mon 23 Nov, 14:00–17:00").Click();
        page.WaitForAssertion(() => Assert.Contains("This time is full. The next possible: Mon 23 Nov, 17:00–20:00.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("full", page.FindAll("fieldset")[1].TextContent, StringComparison.Ordinal);
        Button(page, "Request for Mon 23 Nov, 17:00–20:00").Click();
        page.WaitForAssertion(() => Assert.Matches("/pickups/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
    }

    [Fact]
    public async Task New_BelowTheMinimumOrNothing_SaysWhatToDo()
    {
        await using var world = await UseAsync(rules: new PickupRules { MinimumParcels = 5 });
        var page = Render<NewPickupPage>();
        page.WaitForAssertion(() => Assert.Contains("No parcel waits for a pickup", page.Markup, StringComparison.Ordinal));
        await world.BookAsync(1);
        page = Render<NewPickupPage>();
        page.WaitForAssertion(() => Assert.Contains("at least 5 parcels", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task One_OfTheSeller_IsMovedAndThenCancelledWithAReason()
    {
        await using var world = await UseAsync();
        var id = await world.RequestedAsync();
        var page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.Contains("Requested for Mon 23 Nov, 14:00–17:00", page.Markup, StringComparison.Ordinal));
        page.FindAll("input[name=pickup-slot]")[2].Change(true);
        Button(page, "Move to Mon 23 Nov, 17:00–20:00").Click();
        page.WaitForAssertion(() => Assert.Contains("Moved to Mon 23 Nov, 17:00–20:00.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Button(page, "Cancel pickup").Click();
        page.WaitForAssertion(() => Assert.Contains("Say why", page.Markup, StringComparison.Ordinal));
        page.Find("#cancel-reason").Input("  Not packed in time ");
        Button(page, "Cancel pickup").Click();
        page.WaitForAssertion(() => Assert.Contains("The pickup is cancelled.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Not packed in time", page.Find(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button"));
        Assert.Equal(PickupState.Cancelled, (await world.PickupAsync(id)).State);
    }

    [Fact]
    public async Task One_OnTheWayMeanwhile_CannotBeCancelled()
    {
        await using var world = await UseAsync();
        var id = await world.RequestedAsync();
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token);
        var page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#cancel-reason")));
        await world.CarryOut.StartAsync(PickupWorld.Staff, id, Token);
        page.Find("#cancel-reason").Input("Too late");
        Button(page, "Cancel pickup").Click();
        page.WaitForAssertion(() => Assert.Contains("The agent is on the way already.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task One_ForStaff_IsConfirmedSentOutAndReported()
    {
        await using var world = await UseAsync(PickupWorld.Staff);
        var id = await world.RequestedAsync();
        var page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.Equal("Confirm", Assert.Single(page.FindAll("button")).TextContent));
        Button(page, "Confirm").Click();
        page.WaitForAssertion(() => Button(page, "Agent leaves"));
        Button(page, "Agent leaves").Click();
        page.WaitForAssertion(() => Button(page, "Picked up"));
        page.Find("#pickup-failure").Change(nameof(PickupFailure.AddressNotFound));
        page.Find("#pickup-note").Input("New gate");
        Button(page, "Not picked up").Click();
        page.WaitForAssertion(() => Assert.Contains("Address not found: New gate", page.Find(".timeline").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
        Assert.Equal(PickupState.Failed, (await world.PickupAsync(id)).State);
    }

    [Fact]
    public async Task One_ForTheSeller_NamesTheAgentToRing()
    {
        await using var world = await UseAsync();
        var without = await world.RequestedAsync(1);
        await world.AddAgentAsync("<b>अनिल</b> पटेल", "9826010101");
        var id = await world.RequestedAsync(1);
        var page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.Equal("9826010101", page.Find("a[href='tel:+919826010101']").TextContent));
        Assert.Contains("<b>अनिल</b> पटेल", page.Find("#pickup-place").ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#pickup-agent"));
        var other = Render<PickupPage>(parameters => parameters.Add(p => p.Id, without.Value));
        other.WaitForAssertion(() => Assert.NotNull(other.Find("#pickup-place")));
        Assert.DoesNotContain("Agent:", other.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("अनिल", Render<PickupsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_ForStaff_IsHandedToAnotherAgent()
    {
        await using var world = await UseAsync(PickupWorld.Staff);
        var anil = await world.AddAgentAsync("Anil", "9826010101");
        var bina = await world.AddAgentAsync("Bina", "9826010102");
        var id = await world.RequestedAsync(1);
        var page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.Equal(["Anil (pickups then: 1)", "Bina (pickups then: 0)"], page.FindAll("#pickup-agent option").Select(option => option.TextContent)));
        Assert.True(Button(page, "Send this agent").HasAttribute("disabled"));
        page.Find("#pickup-agent").Change(bina.Id.ToString());
        await page.Find("form:has(#pickup-agent)").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("The office named an agent", page.Find(".timeline").TextContent, StringComparison.Ordinal));
        Assert.Contains("Bina", page.Find(".timeline").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("a[href='tel:+919826010102']"));
        Assert.True(Button(page, "Send this agent").HasAttribute("disabled"));
        Assert.Contains("Bina", Render<PickupsPage>().Find("tbody tr").TextContent, StringComparison.Ordinal);

        // One who left meanwhile is not sent, and one who is named stays named.
        await world.LetGoAsync(anil);
        page.Find("#pickup-agent").Change(anil.Id.ToString());
        await page.Find("form:has(#pickup-agent)").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("no longer with the office", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await world.LetGoAsync(bina);
        await world.AddAgentAsync("Chetan", "9826010103");
        page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.Equal(["Bina, no longer with this office", "Chetan (pickups then: 0)"], page.FindAll("#pickup-agent option").Select(option => option.TextContent)));
        await page.Find("form:has(#pickup-agent)").SubmitAsync();
        Assert.Equal(bina.Id, (await world.PickupAsync(id)).AgentId);
    }

    [Fact]
    public async Task One_ForStaffOfAnOfficeWithoutAgents_LeadsToTheRoster()
    {
        await using var world = await UseAsync(PickupWorld.Staff);
        var id = await world.RequestedAsync(1);
        var page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.NotNull(page.Find($"a[href='{PortalUrls.PickupAgentsOf("482001")}']")));
        Assert.Empty(page.FindAll("#pickup-agent"));
    }

    [Fact]
    public async Task One_ThatFailed_CanBeMovedToAnyFreeTime()
    {
        await using var world = await UseAsync();
        var id = await world.RequestedAsync();
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token);
        await world.CarryOut.FailAsync(PickupWorld.Staff, id, PickupFailure.OfficeCouldNotCome, null, Token);
        var page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.False(Button(page, "Move to Mon 23 Nov, 14:00–17:00").HasAttribute("disabled")));
        Button(page, "Move to Mon 23 Nov, 14:00–17:00").Click();
        page.WaitForAssertion(() => Assert.True(Button(page, "Move to Mon 23 Nov, 14:00–17:00").HasAttribute("disabled")));
        Assert.Equal(PickupState.Requested, (await world.PickupAsync(id)).State);
    }

    [Fact]
    public async Task One_ForAnOnlooker_HasNoButtons()
    {
        await using var world = await UseAsync();
        var id = await world.RequestedAsync();
        Act(world.Actor with { Team = TeamRole.ViewOnly });
        var page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.Contains("2 parcels", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Repeats_BegunPausedAndEnded_ShowEachStep()
    {
        await using var world = await UseAsync();
        var page = Render<RepeatsSection>();
        page.WaitForAssertion(() => Button(page, "Repeat"));
        foreach (var day in Enumerable.Range(0, 5)) page.FindAll("input[type=checkbox]")[day].Change(false);
        Button(page, "Repeat").Click();
        page.WaitForAssertion(() => Assert.Contains("Choose at least one day.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        foreach (var day in Enumerable.Range(0, 5)) page.FindAll("input[type=checkbox]")[day].Change(true);
        page.Find("#repeat-slot").Change(nameof(PickupSlot.Evening));
        Button(page, "Repeat").Click();
        page.WaitForAssertion(() => Assert.Contains("Monday to Friday, 17:00–20:00", page.Find("li").TextContent, StringComparison.Ordinal));
        Button(page, "Pause").Click();
        page.WaitForAssertion(() => Assert.Contains("paused", page.Find("li").TextContent, StringComparison.Ordinal));
        Button(page, "Resume").Click();
        page.WaitForAssertion(() => Button(page, "Pause"));
        page.Find("button[aria-label='End Monday to Friday, 17:00–20:00']").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("li")));
    }

    [Fact]
    public async Task New_WithSeveralLocations_LetsTheSellerChooseOne()
    {
        await using var world = await UseAsync();
        await world.BookAsync(1);
        var one = Render<NewPickupPage>();
        one.WaitForAssertion(() => Assert.Contains("1 parcel", one.Markup, StringComparison.Ordinal));
        Assert.Empty(one.FindAll("#pickup-location"));

        var godown = await world.AddLocationAsync("Raipur godown");
        await world.SentFromAsync(await world.BookAsync(2), PickupWorld.Godown);
        Go("/pickups/new");
        var page = Render<NewPickupPage>();
        page.WaitForAssertion(() => Assert.Equal(world.Seller.Id.ToString(), page.Find("#pickup-location").GetAttribute("value")));
        Assert.Equal(["Jabalpur, 482001", "Raipur godown, 492001"], page.FindAll("#pickup-location option").Select(option => option.TextContent));
        page.Find("#pickup-location").Change(godown.ToString());
        page.WaitForAssertion(() => Assert.Contains("2 parcels", page.Markup, StringComparison.Ordinal));
        Assert.EndsWith($"/pickups/new?location={godown}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains("Shed 4, Siltara", page.Find("address").TextContent, StringComparison.Ordinal);
        Button(page, "Request for Mon 23 Nov, 14:00–17:00").Click();
        page.WaitForAssertion(() => Assert.Matches("/pickups/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
        Assert.Equal(1, await world.CountOnAsync(null));
    }

    [Fact]
    public async Task New_ChosenAtTwoLocations_NamesTheRestAndOffersTheSecondPickup()
    {
        await using var world = await UseAsync();
        await world.AddLocationAsync("Raipur godown");
        var (main, moved) = (await world.BookAsync(1), await world.BookAsync(2));
        await world.SentFromAsync(moved, PickupWorld.Godown);
        Go(PortalUrls.NewPickup([main[0].Id, moved[0].Id, moved[1].Id]));
        var page = Render<NewPickupPage>();
        page.WaitForAssertion(() => Assert.Contains("At another pickup location: 1", page.Find(".left-out").TextContent, StringComparison.Ordinal));
        Assert.Equal(PortalUrls.Shipment(main[0].Id), page.Find(".left-out a").GetAttribute("href"));
        Assert.NotNull(page.Find($"a[href='{PortalUrls.NewPickup([main[0].Id])}']"));
        Button(page, "Request for Mon 23 Nov, 14:00–17:00").Click();
        page.WaitForAssertion(() => Assert.Contains("The pickup is requested.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("1 parcel", page.Find("#pickup-what").TextContent, StringComparison.Ordinal));
        Assert.Equal(world.Seller.Id.ToString(), page.Find("#pickup-location").GetAttribute("value"));
        Assert.Empty(page.FindAll(".left-out"));
        Button(page, "Request for Mon 23 Nov, 14:00–17:00").Click();
        page.WaitForAssertion(() => Assert.Matches("/pickups/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
        Assert.Equal(0, await world.CountOnAsync(null));
    }

    [Fact]
    public async Task One_ForTheAgent_HasTheWholeAddressAndWhomToRing()
    {
        await using var world = await UseAsync(PickupWorld.Staff);
        var godown = await world.AddLocationAsync("Raipur godown");
        var moved = await world.BookAsync(1);
        await world.SentFromAsync(moved, PickupWorld.Godown);
        var wish = new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, [moved[0].Id], Location: godown);
        var id = Assert.IsType<PickupResult.Done>(await world.Request.ExecuteAsync(world.Actor, wish, Token)).Id;
        var page = Render<PickupPage>(parameters => parameters.Add(p => p.Id, id.Value));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("address")));
        var address = page.Find("address").TextContent;
        string?[] lines = [PickupWorld.Godown.Name, PickupWorld.Godown.Company, PickupWorld.Godown.Line1, PickupWorld.Godown.Line2, "Raipur, Chhattisgarh", "492001", PickupWorld.Godown.Mobile];
        Assert.All(lines.OfType<string>(), line => Assert.Contains(line, address, StringComparison.Ordinal));
        Assert.NotNull(page.Find($"address a[href='tel:+91{PickupWorld.Godown.Mobile}']"));
    }

    [Fact]
    public async Task List_ForStaff_IsFilteredByOfficeAndDayInTheAddress()
    {
        await using var world = await UseAsync(PickupWorld.Staff);
        var id = await world.RequestedAsync();
        Go(PortalUrls.Pickups);
        var page = Render<PickupsPage>();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#pickups-office")));
        page.Find("#pickups-office").Change("Raipur");
        page.Find("form[role=search]").Submit();
        page.WaitForAssertion(() => Assert.Contains("No such pickup", page.Markup, StringComparison.Ordinal));
        Assert.EndsWith("/pickups?office=Raipur", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.Find("#pickups-office").Change("482001");
        page.Find("#pickups-day").Change("2026-11-23");
        page.Find("form[role=search]").Submit();
        page.WaitForAssertion(() => Assert.NotNull(page.Find($"a[href='{PortalUrls.Pickup(id)}']")));
        Assert.NotNull(page.Find("a[href='/pickups?state=Requested&office=482001&day=2026-11-23']"));
    }

    [Fact]
    public async Task List_NotFetched_ShowsWhatCameToNothing()
    {
        await using var world = await UseAsync();
        var (failed, asked) = (await world.FailedAsync(), await world.RequestedAsync(1));
        Go(PortalUrls.MissedPickups);
        var page = Render<PickupsPage>();
        page.WaitForAssertion(() => Assert.NotNull(page.Find($"a[href='{PortalUrls.Pickup(failed)}']")));
        Assert.Empty(page.FindAll($"a[href='{PortalUrls.Pickup(asked)}']"));
        Assert.Equal("Not fetched 1", page.Find(".pickup-filter [aria-current]").TextContent);
        Assert.Empty(page.FindAll("#pickups-office"));
    }

    [Fact]
    public async Task Repeats_WithSeveralLocations_NameTheirs()
    {
        await using var world = await UseAsync();
        var godown = await world.AddLocationAsync("Raipur godown");
        var page = Render<RepeatsSection>();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#repeat-location")));
        page.Find("#repeat-location").Change(godown.ToString());
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("from Raipur godown", page.Find("li").TextContent, StringComparison.Ordinal));
        Assert.Equal(godown, Assert.Single(await world.Repeats.ListAsync(world.Actor, Token)).LocationId);
    }

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Single(button => button.TextContent == text);

    private void Go(string url) => Services.GetRequiredService<NavigationManager>().NavigateTo(url);

    private void Act(Actor actor)
    {
        var authorization = AddAuthorization();
        authorization.SetAuthorized("test");
        if (actor.MayWrite) authorization.SetPolicies(Policies.Book);
        authorization.SetClaims(ActorClaims.Of(actor));
    }

    private async Task<PickupWorld> UseAsync(Actor? actor = null, PickupRules? rules = null, TeamRole team = TeamRole.Owner)
    {
        var world = await PickupWorld.CreateAsync(DatabaseKind.Sqlite, rules);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        Services.AddSingleton<TimeProvider>(world.Time);
        Services.AddSingleton(world.Request).AddSingleton(world.Reschedule).AddSingleton(world.Cancel).AddSingleton(world.CarryOut).AddSingleton(world.NameAgent);
        Services.AddSingleton(world.Open).AddSingleton(world.List).AddSingleton(world.Read).AddSingleton(world.Repeats).AddSingleton(new ReadPickupLocations(world.Databases));
        Act((actor ?? world.Actor) with { Team = team });
        return world;
    }
}
