using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Features.PickupAgents;
using SellerPortal.Platform;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.PickupAgents;

public sealed class PickupAgentsPageTests : BunitContext
{
    public PickupAgentsPageTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
    }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_FromTheEmptyRoster_SaysFaultsThenListsTheAgent()
    {
        await using var world = await UseAsync();
        var page = Render<PickupAgentsPage>();
        page.WaitForAssertion(() => Assert.Contains("No agent yet", page.Markup, StringComparison.Ordinal));
        page.FindAll("button").First(button => button.TextContent == "Add an agent").Click();
        await page.Find(".entry-form form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["agent-pincode", "agent-name", "agent-mobile"], Invalid(page)));
        Assert.Contains("Give the name of the agent.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Give the mobile number of the agent.", page.Markup, StringComparison.Ordinal);

        page.Find("#agent-pincode").Input("482001");
        Assert.Contains(TestAgents.Office().Name, page.Find("#agent-pincode-hint").TextContent, StringComparison.Ordinal);
        page.Find("#agent-name").Input("  अनिल   पटेल ");
        page.Find("#agent-mobile").Input("98260 10101");
        await page.Find(".entry-form form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("is saved.", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".entry-form"));
        var row = page.Find("tbody tr");
        Assert.Contains("अनिल पटेल", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("482001", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("9826010101", row.QuerySelector("a[href='tel:+919826010101']")!.TextContent);
        Assert.Contains("Active", row.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("482001", "Anil", "९८२६०१०१०१", "agent-mobile")]
    [InlineData("482001", "Anil", "12345", "agent-mobile")]
    [InlineData("482001", "Anil", "+1 202 555 0100", "agent-mobile")]
    [InlineData("४८२००१", "Anil", "9826010101", "agent-pincode")]
    [InlineData("000000", "Anil", "9826010101", "agent-pincode")]
    [InlineData("482001", "\u0001", "9826010101", "agent-name")]
    public async Task Add_AnythingWrong_MarksTheFieldAndKeepsWhatWasTyped(string pincode, string name, string mobile, string expected)
    {
        await using var world = await UseAsync();
        var page = Render<PickupAgentsPage>();
        page.WaitForAssertion(() => Assert.Contains("No agent yet", page.Markup, StringComparison.Ordinal));
        page.FindAll("button").First(button => button.TextContent == "Add an agent").Click();
        page.Find("#agent-pincode").Input(pincode);
        page.Find("#agent-name").Input(name);
        page.Find("#agent-mobile").Input(mobile);
        await page.Find(".entry-form form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal([expected], Invalid(page)));
        Assert.Equal(mobile, page.Find("#agent-mobile").GetAttribute("value"));
        Assert.NotEqual("", page.Find($"#{expected}-hint").TextContent.Trim());
        Assert.Empty(await world.NamesAsync());
    }

    [Fact]
    public async Task Add_AHugeNameOrATakenNumber_SaysSo()
    {
        await using var world = await UseAsync();
        await world.Pickups.AddAgentAsync("Anil", "9826010101");
        var page = Render<PickupAgentsPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        page.FindAll("button").First(button => button.TextContent == "Add an agent").Click();
        page.Find("#agent-pincode").Input("482 001");
        page.Find("#agent-name").Input(new string('न', 5_000));
        page.Find("#agent-mobile").Input("9826010101");
        await page.Find(".entry-form form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["agent-name"], Invalid(page)));
        page.Find("#agent-name").Input("Bina");
        await page.Find(".entry-form form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["agent-mobile"], Invalid(page)));
        Assert.Contains("Another agent of this office has this number.", page.Find("#agent-mobile-hint").TextContent, StringComparison.Ordinal);
        page.FindAll("button").Single(button => button.TextContent == "Cancel").Click();
        Assert.Empty(page.FindAll(".entry-form"));
    }

    [Fact]
    public async Task Row_CorrectedLetGoAndTakenBack_ShowsEachStep()
    {
        await using var world = await UseAsync();
        await world.Pickups.AddAgentAsync("Anil", "9826010101");
        await world.Pickups.RequestedAsync(1);
        var page = Render<PickupAgentsPage>();
        page.WaitForAssertion(() => Assert.Equal("1", page.Find($"tbody a[href='{PortalUrls.PickupsOf("482001")}']").TextContent));
        page.Find("button[aria-label='Edit Anil']").Click();
        Assert.Equal(["482001", "Anil", "9826010101"], page.FindAll(".entry-form input").Select(input => input.GetAttribute("value")));
        page.Find("#agent-mobile").Input("9826010102");
        await page.Find(".entry-form form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("9826010102", page.Find("tbody tr").TextContent, StringComparison.Ordinal));

        page.Find("button[aria-label='Let go Anil']").Click();
        page.FindAll("button").Single(button => button.TextContent == "Let go for now").Click();
        page.WaitForAssertion(() => Assert.Contains("Left 23 Nov 2026", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Contains("Open ones stay until you name another agent.", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find($"tbody a[href='{PortalUrls.PickupsOf("482001")}']"));
        page.Find("button[aria-label='Take back Anil']").Click();
        page.WaitForAssertion(() => Assert.Contains("Active", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Row_ChangedByAnother_IsToldAndShownAnew()
    {
        await using var world = await UseAsync();
        var agent = await world.Pickups.AddAgentAsync("Anil", "9826010101");
        var page = Render<PickupAgentsPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        page.Find("button[aria-label='Edit Anil']").Click();
        await world.Keep.CorrectAsync(PickupWorld.Staff, agent.Id, agent.Version, new("482001", "Anil Patel", "9826010101"), Token);
        await page.Find(".entry-form form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Somebody else changed this meanwhile.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Anil Patel", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_ByOffice_StandsInTheAddress()
    {
        await using var world = await UseAsync();
        await world.Pickups.AddAgentAsync("Anil", "9826010101");
        Go(PortalUrls.PickupAgents);
        var page = Render<PickupAgentsPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        page.Find("#agents-office").Change("Raipur <b>");
        page.Find("form[role=search]").Submit();
        page.WaitForAssertion(() => Assert.Contains("No such agent", page.Markup, StringComparison.Ordinal));
        Assert.EndsWith("/pickup-agents?office=Raipur%20%3Cb%3E", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.Find("#agents-office").Change("482001");
        page.Find("form[role=search]").Submit();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
        Go("/pickup-agents?page=x&office=");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("tbody tr")));
    }

    [Fact]
    public async Task List_WithoutItsDatabase_OffersToTryAgain()
    {
        await using var world = await UseAsync();
        await using (var database = world.Pickups.Databases.CreateDbContext())
        {
            await database.Database.ExecuteSqlRawAsync("ALTER TABLE \"PickupAgents\" RENAME TO \"Away\"", Token);
        }

        var page = Render<PickupAgentsPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert]")));
        await using (var database = world.Pickups.Databases.CreateDbContext())
        {
            await database.Database.ExecuteSqlRawAsync("ALTER TABLE \"Away\" RENAME TO \"PickupAgents\"", Token);
        }

        page.FindAll("section button")[0].Click();
        page.WaitForAssertion(() => Assert.Contains("No agent yet", page.Markup, StringComparison.Ordinal));
    }

    private static IEnumerable<string?> Invalid(IRenderedComponent<PickupAgentsPage> page) => page.FindAll("[aria-invalid=true]").Select(field => field.Id);

    private void Go(string url) => Services.GetRequiredService<NavigationManager>().NavigateTo(url);

    private async Task<AgentsWorld> UseAsync()
    {
        var world = await AgentsWorld.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Pickups.Databases);
        Services.AddSingleton<TimeProvider>(world.Pickups.Time);
        Services.AddSingleton(world.Directory).AddSingleton(world.Keep).AddSingleton(world.Leave).AddSingleton(world.List);
        AddAuthorization().SetAuthorized("staff").SetClaims(ActorClaims.Of(PickupWorld.Staff));
        return world;
    }
}
