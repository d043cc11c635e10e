using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain.Access;
using SellerPortal.Features.AddressBook;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.AddressBook;

public sealed class AddressBookPageTests
{
    [Fact]
    public async Task Add_TypedConsignee_ListsIt()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, world.Actor);
        var page = context.Render<AddressBookPage>();
        page.WaitForAssertion(() => Assert.Contains("No consignee yet", page.Markup, StringComparison.Ordinal));
        await page.Find(".page-head .btn.p").ClickAsync(new());
        page.Find("#entry-ToPincode").Input("492001");
        Assert.Equal("Raipur", page.Find("#entry-City").GetAttribute("value"), ignoreCase: true);

        await page.Find("form").SubmitAsync();
        Assert.Contains("Give a name to find it by", page.Find("#entry-nickname-hint").TextContent, StringComparison.Ordinal);
        Assert.Contains("ten digits", TypeWrongMobile(), StringComparison.Ordinal);
        Assert.Contains(context.JSInterop.Invocations, call => call.Identifier == "focus" && Equals(call.Arguments[0], "entry-nickname"));

        foreach (var (id, text) in new[] { ("nickname", "PWD Raipur"), ("Name", "Executive Engineer"), ("Mobile", "9826012345"), ("Address", "Civil Lines") })
        {
            page.Find($"#entry-{id}").Input(text);
        }

        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("PWD Raipur is saved.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
        Assert.Contains("Executive Engineer", page.Find("table").TextContent, StringComparison.Ordinal);

        string TypeWrongMobile()
        {
            page.Find("#entry-Mobile").Input("12345");
            page.Find("form").Submit();
            return page.Find("#entry-Mobile-hint").TextContent;
        }
    }

    [Fact]
    public async Task Edit_ThenRemove_ChangesAndForgetsIt()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        var kept = await world.AddAsync();
        await using var context = Context(world, world.Actor);
        var page = context.Render<AddressBookPage>();
        await page.WaitForElement("button[aria-label='Edit PWD Raipur']").ClickAsync(new());
        Assert.Equal("Executive Engineer, PWD", page.Find("#entry-Name").GetAttribute("value"));
        page.Find("#entry-nickname").Input("Roads Raipur");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Roads Raipur is saved.", page.Markup, StringComparison.Ordinal));
        Assert.Equal($"/shipments/book?consignee={kept.Id}", page.Find("table a").GetAttribute("href"));

        await page.Find("button[aria-label='Remove Roads Raipur']").ClickAsync(new());
        Assert.Equal(1, await CountAsync());
        await page.FindAll("button").Single(button => button.TextContent == "Remove for good").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Roads Raipur is removed.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync());

        async Task<int> CountAsync()
        {
            await using var database = world.Databases.CreateDbContext();
            return await database.SavedConsignees.CountAsync(EntryWorld.Token);
        }
    }

    [Fact]
    public async Task Search_AddressWithWords_ShowsOnlyThose()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        for (var number = 0; number < 30; number++) await world.AddAsync($"PWD {number:D2}");
        await using var context = Context(world, world.Actor);
        var navigation = context.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/address-book?q=pwd&page=2");
        var page = context.Render<AddressBookPage>();
        page.WaitForAssertion(() => Assert.Equal(5, page.FindAll("tbody tr").Count));
        Assert.Contains("Page 2 of 2", page.Markup, StringComparison.Ordinal);
        navigation.NavigateTo("/address-book?q=zebra");
        page.WaitForAssertion(() => Assert.Contains("Nothing found", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_ViewOnlyColleague_ReadsAndCannotChange()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        await world.AddAsync();
        await using var context = Context(world, world.ViewOnly);
        var page = context.Render<AddressBookPage>();
        page.WaitForAssertion(() => Assert.Contains("PWD Raipur", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".page-head button, table button, table a"));
    }

    private static BunitContext Context(EntryWorld world, Actor actor) => world.Context(actor, services => services.AddAddressBook());
}
