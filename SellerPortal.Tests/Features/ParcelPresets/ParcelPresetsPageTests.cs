using Bunit;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.ParcelPresets;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.ParcelPresets;

public sealed class ParcelPresetsPageTests
{
    [Fact]
    public async Task AddEditRemove_TypedBox_IsListedChangedAndForgotten()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, world.Actor);
        var page = context.Render<ParcelPresetsPage>();
        page.WaitForAssertion(() => Assert.Contains("No box of your own yet", page.Markup, StringComparison.Ordinal));
        await page.Find(".page-head .btn.p").ClickAsync(new());
        Type("nickname", "Carton");
        await page.Find("form").SubmitAsync();
        Assert.Contains("Give length, breadth and height", page.Find("#entry-length-hint").TextContent, StringComparison.Ordinal);
        Assert.Contains(context.JSInterop.Invocations, call => call.Identifier == "focus" && Equals(call.Arguments[0], "entry-length"));

        foreach (var (id, text) in new[] { ("length", "40"), ("breadth", "30.5"), ("height", "20"), ("weight", "heavy") }) Type(id, text);
        await page.Find("form").SubmitAsync();
        Assert.Contains("1 g to 35 kg", page.Find("#entry-weight-hint").TextContent, StringComparison.Ordinal);
        Type("weight", "2.5 kg");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Carton is saved.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("40×30.5×20", page.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Contains("2,500 g", page.Find("table").TextContent, StringComparison.Ordinal);

        await page.Find("button[aria-label='Edit Carton']").ClickAsync(new());
        Type("nickname", "Crate");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Crate is saved.", page.Markup, StringComparison.Ordinal));
        await page.Find("button[aria-label='Remove Crate']").ClickAsync(new());
        await page.FindAll("button").Single(button => button.TextContent == "Remove for good").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("No box of your own yet", page.Markup, StringComparison.Ordinal));

        void Type(string id, string text) => page.Find($"#entry-{id}").Input(text);
    }

    [Fact]
    public async Task Open_ViewOnlyColleague_ReadsAndCannotChange()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        await BoxTests.AddAsync(world, new BoxForm("Carton", 40, 30, 20, null));
        await using var context = Context(world, world.ViewOnly);
        var page = context.Render<ParcelPresetsPage>();
        page.WaitForAssertion(() => Assert.Contains("Carton", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".page-head button, table button"));
    }

    private static BunitContext Context(EntryWorld world, Actor actor) => world.Context(actor, services => services.AddParcelPresets());
}
