using Bunit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Team;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Team;

public sealed class TeamPageTests
{
    [Fact]
    public async Task InviteChangeRemove_Owner_ShowsEachStep()
    {
        await using var world = await TeamWorld.CreateAsync(DatabaseKind.Sqlite);
        var colleague = await world.AddAsync("asha@example.in", TeamRole.Booking);
        await using var context = Context(world, world.Owner);
        var page = context.Render<TeamPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Contains("Nobody is invited", page.Markup, StringComparison.Ordinal);

        await Button(page, "Invite a colleague").ClickAsync(new());
        page.Find("#invite-email").Input("asha@example.in");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("This address belongs to a colleague already.", page.Markup, StringComparison.Ordinal));
        page.Find("#invite-email").Input("ravi@example.in");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("The invitation to ravi@example.in is on its way.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
        await page.Find("button[aria-label='Withdraw the invitation to ravi@example.in']").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Nobody is invited", page.Markup, StringComparison.Ordinal));

        await page.Find("select[aria-label='Role of asha']").ChangeAsync(new() { Value = "ViewOnly" });
        page.WaitForAssertion(() => Assert.Contains("asha now has the role View only.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(TeamRole.ViewOnly, (await world.AccountAsync(colleague.UserId))!.TeamRole);

        await page.Find("button[aria-label='Remove asha']").ClickAsync(new());
        await Button(page, "Remove the account").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Null(await world.AccountAsync(colleague.UserId));
    }

    [Fact]
    public async Task Remove_LastOwner_SaysWhatToDo()
    {
        await using var world = await TeamWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, world.Owner);
        var page = context.Render<TeamPage>();
        await page.WaitForElement("button[aria-label='Remove owner']").ClickAsync(new());
        await Button(page, "Remove the account").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("A team needs an owner.", page.Markup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TeamRole.Booking)]
    [InlineData(TeamRole.ViewOnly)]
    public async Task Open_ColleagueWhoIsNoOwner_ReadsAndCannotChange(TeamRole role)
    {
        await using var world = await TeamWorld.CreateAsync(DatabaseKind.Sqlite);
        var colleague = await world.AddAsync("asha@example.in", role);
        await world.InviteAsync("ravi@example.in");
        await using var context = Context(world, colleague);
        var page = context.Render<TeamPage>();
        page.WaitForAssertion(() => Assert.Contains("ravi@example.in", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form, button, select"));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<TeamPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == text);

    private static BunitContext Context(TeamWorld world, Actor actor)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule("/js/focus.js").Mode = JSRuntimeMode.Loose;
        context.Services.AddLocalization();
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        context.Services.AddSingleton<TimeProvider>(world.Time);
        context.Services.AddSingleton(world.Changed);
        context.Services.AddSingleton<WorkSignal>();
        context.Services.AddSingleton(TestTexts.Portal);
        context.Services.AddTeam();
        var authorization = context.AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetClaims(ActorClaims.Of(actor));
        return context;
    }
}
