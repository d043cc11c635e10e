using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Pages;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

public sealed class WebhookPagesTests : BunitContext
{
    public WebhookPagesTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
    }

    [Fact]
    public async Task List_None_OffersTheFirst()
    {
        await using var world = await UseAsync();
        var page = Render<WebhooksPage>();
        page.WaitForAssertion(() => Assert.Equal(PortalUrls.NewWebhook, page.Find(".state a").GetAttribute("href")));
    }

    [Fact]
    public async Task List_Colleague_ReadsAndIsOfferedNothing()
    {
        await using var world = await UseAsync(TeamRole.Booking);
        await world.AddAsync("https://erp.example.in/hook");
        var page = Render<WebhooksPage>();
        page.WaitForAssertion(() => Assert.Contains("https://erp.example.in/hook", page.Find("td.url").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll($"a[href='{PortalUrls.NewWebhook}']"));
    }

    [Fact]
    public async Task New_WrongAddress_SaysSoAtTheField_AndARightOneShowsTheSecret()
    {
        await using var world = await UseAsync();
        var page = Render<NewWebhookPage>();
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Give the address", page.Find("#webhook-url-fault").TextContent, StringComparison.Ordinal));
        page.Find("#webhook-url").Input("https://erp.example.in/hook");
        page.FindAll("input[type=radio]")[1].Change(true);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("at least one", page.Find("#events-fault").TextContent, StringComparison.Ordinal));
        page.FindAll("input[type=checkbox]")[0].Change(true);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.StartsWith("whsec_", page.Find(".key-once").TextContent, StringComparison.Ordinal));
        var row = Assert.Single(await world.Read.ExecuteAsync(world.Actor, WebhookWorld.Token));
        Assert.Equal(("https://erp.example.in/hook", WebhookEventTypes.ShipmentBooked), (row.Url, row.Events));
    }

    [Fact]
    public async Task Edit_Saved_LeadsToTheEndpoint()
    {
        await using var world = await UseAsync();
        var made = await world.AddAsync("https://erp.example.in/hook", WebhookEventTypes.ShipmentBooked);
        var page = Render<EditWebhookPage>(parameters => parameters.Add(one => one.Id, made.Id));
        page.WaitForAssertion(() => Assert.Equal("https://erp.example.in/hook", page.Find("#webhook-url").GetAttribute("value")));
        page.Find("#webhook-url").Input("https://erp.example.in/other");
        page.FindAll("input[type=radio]")[0].Change(true);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.EndsWith(PortalUrls.Webhook(made.Id), Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        var row = (await world.Read.OneAsync(world.Actor, made.Id, WebhookWorld.Token))!;
        Assert.Equal(("https://erp.example.in/other", ""), (row.Url, row.Events));
    }

    [Fact]
    public async Task One_Tested_ShowsTheAnswer()
    {
        await using var world = await UseAsync();
        await using var receiver = await Receiver.StartAsync(503);
        var page = Open((await world.AddAsync(receiver.Url)).Id);
        Press(page, "Send test");
        page.WaitForAssertion(() => Assert.Contains("HTTP 503", page.Find(".alert.r").TextContent, StringComparison.Ordinal));
        Assert.Contains("noted", page.Find(".alert.r").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_Rotated_AsksFirstAndShowsTheNewSecretOnce()
    {
        await using var world = await UseAsync();
        var made = await world.AddAsync("https://erp.example.in/hook");
        var page = Open(made.Id);
        Press(page, "New secret");
        Assert.Empty(page.FindAll(".key-once"));
        Press(page, "Make secret");
        page.WaitForAssertion(() => Assert.StartsWith("whsec_", page.Find(".key-once").TextContent, StringComparison.Ordinal));
        Assert.NotEqual(made.Secret, page.Find(".key-once").TextContent);
        Assert.Contains("signs along until", page.Markup, StringComparison.Ordinal);
        Press(page, "Done");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".key-once")));
    }

    [Fact]
    public async Task One_SwitchedOffAndDeleted_DoesSo()
    {
        await using var world = await UseAsync();
        var made = await world.AddAsync("https://erp.example.in/hook");
        var page = Open(made.Id);
        Press(page, "Switch off");
        page.WaitForAssertion(() => Assert.Contains("Switch on", page.Markup, StringComparison.Ordinal));
        Assert.Equal(WebhookEndpointState.DisabledByOwner, (await world.Read.OneAsync(world.Actor, made.Id, WebhookWorld.Token))!.State);
        Press(page, "Delete");
        Press(page, "Delete webhook");
        page.WaitForAssertion(() => Assert.EndsWith(PortalUrls.Webhooks, Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Empty(await world.Read.ExecuteAsync(world.Actor, WebhookWorld.Token));
    }

    [Fact]
    public async Task DeadLetters_SentAgain_OneAndAll()
    {
        await using var world = await UseAsync();
        await using var receiver = await Receiver.StartAsync(410);
        var made = await world.AddAsync(receiver.Url);
        for (var i = 0; i < 3; i++)
        {
            await world.BookAsync();
            await world.SendAsync();
            await world.Change.SwitchAsync(world.Actor, made.Id, on: true, WebhookWorld.Token);
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo($"{PortalUrls.Webhook(made.Id)}?state=dead");
        var page = Open(made.Id);
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count));
        Assert.Contains("HTTP 410", page.Find("td.answer").TextContent, StringComparison.Ordinal);
        Assert.Contains("shipment.booked", page.Find("pre").TextContent, StringComparison.Ordinal);
        Press(page, "Send again");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Press(page, "Send all again");
        page.WaitForAssertion(() => Assert.Contains("No dead letters", page.Markup, StringComparison.Ordinal));
        Assert.Equal(3, (await world.Read.OneAsync(world.Actor, made.Id, WebhookWorld.Token))!.Waiting);
    }

    [Fact]
    public async Task Log_TriedTwice_ShowsEveryAttempt()
    {
        await using var world = await UseAsync();
        await using var receiver = await Receiver.StartAsync(503, 200);
        var made = await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await world.SendAsync();
        world.Time.Advance(TimeSpan.FromSeconds(6));
        await world.SendAsync();
        var page = Open(made.Id);
        page.WaitForAssertion(() => Assert.Contains("Every attempt: 2", page.Find("details.attempts summary").TextContent, StringComparison.Ordinal));
        var attempts = page.FindAll("details.attempts li").Select(attempt => attempt.TextContent).ToList();
        Assert.Equal(2, attempts.Count);
        Assert.Contains("HTTP 503", attempts[0], StringComparison.Ordinal);
        Assert.Contains("HTTP 200", attempts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_Colleague_HasNoButtons()
    {
        await using var world = await UseAsync(TeamRole.ViewOnly);
        var page = Open((await world.AddAsync("https://erp.example.in/hook")).Id);
        page.WaitForAssertion(() => Assert.Contains("Nothing has been sent", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".webhook-actions"));
    }

    private static void Press(IRenderedComponent<WebhookPage> page, string words)
    {
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), button => button.TextContent.Trim() == words && !button.IsDisabled()));
        page.FindAll("button").First(button => button.TextContent.Trim() == words).Click();
    }

    private IRenderedComponent<WebhookPage> Open(Guid id) => Render<WebhookPage>(parameters => parameters.Add(one => one.Id, id));

    private async Task<WebhookWorld> UseAsync(TeamRole team = TeamRole.Owner)
    {
        var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        Services.AddSingleton<TimeProvider>(world.Time);
        Services.AddSingleton(world.Create).AddSingleton(world.Change).AddSingleton(world.Read).AddSingleton(world.List).AddSingleton(world.Replay).AddSingleton(world.Test);
        var authorization = AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetPolicies(team == TeamRole.Owner ? [Policies.Owner, Policies.Seller] : [Policies.Seller]);
        authorization.SetClaims(ActorClaims.Of(world.Actor with { Team = team }));
        return world;
    }
}
