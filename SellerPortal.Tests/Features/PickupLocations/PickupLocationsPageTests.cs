using Bunit;
using SellerPortal.Domain.Access;
using SellerPortal.Features.PickupLocations;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.PickupLocations;

public sealed class PickupLocationsPageTests
{
    [Fact]
    public async Task AddMakeDefaultRemove_TypedLocation_ShowsOfficeAndDefault()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, world.Actor);
        var page = context.Render<PickupLocationsPage>();
        page.WaitForElement("button[aria-label='Edit Jabalpur']");
        Assert.Empty(page.FindAll("button[aria-label='Remove Jabalpur']"));
        await page.Find(".page-head .btn.p").ClickAsync(new());
        Type("nickname", "Godown 2");
        Type("ToPincode", "492001");
        Assert.Contains("takes your parcels", page.Find("#entry-ToPincode-hint").TextContent, StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();
        Assert.Contains("who hands over", page.Find("#entry-Name-hint").TextContent, StringComparison.Ordinal);
        Assert.Contains(context.JSInterop.Invocations, call => call.Identifier == "focus" && Equals(call.Arguments[0], "entry-Name"));

        foreach (var (id, text) in new[] { ("Name", "Ravi Kumar"), ("Mobile", "9826012345"), ("Address", "Plot 4, Industrial Area") }) Type(id, text);
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Godown 2 is saved.", page.Markup, StringComparison.Ordinal));

        await page.Find("button[aria-label='Make Godown 2 the default']").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Godown 2 is the default now", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Godown 2", page.Find("tbody tr .chip").ParentElement!.TextContent, StringComparison.Ordinal);
        await page.Find("button[aria-label='Remove Jabalpur']").ClickAsync(new());
        await page.FindAll("button").Single(button => button.TextContent == "Remove for good").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));

        void Type(string id, string text) => page.Find($"#entry-{id}").Input(text);
    }

    [Fact]
    public async Task Open_ViewOnlyColleague_ReadsAndCannotChange()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        await LocationTests.AddedAsync(world, "Godown 2");
        await using var context = Context(world, world.ViewOnly);
        var page = context.Render<PickupLocationsPage>();
        page.WaitForAssertion(() => Assert.Contains("Godown 2", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".page-head button, table button"));
    }

    private static BunitContext Context(EntryWorld world, Actor actor) => world.Context(actor, services => services.AddPickupLocations());
}
