using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.ArticleNumbers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.ArticleNumbers;

public sealed class ArticleNumbersPageTests
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_TypedRange_ShowsItAndRefusesItTwice()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(databases);
        var page = context.Render<ArticleNumbersPage>();
        page.WaitForAssertion(() => Assert.Contains("No range of article numbers yet", page.Markup, StringComparison.Ordinal));

        await AddAsync(page, "ee", "12345678", "12345777");
        page.WaitForAssertion(() => Assert.Contains("EE 12345678–12345777", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Added EE 123 456 785 IN", page.Markup, StringComparison.Ordinal);
        Assert.Contains("100 numbers left", page.Markup, StringComparison.Ordinal);

        await AddAsync(page, "EE", "12345700", "12345800");
        Assert.Contains("overlap with the range EE 12345678–12345777", page.Find("#range-first-hint").TextContent, StringComparison.Ordinal);
        await AddAsync(page, "E1", "1", "2");
        Assert.Contains("two letters", page.Find("#range-prefix-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_AskedAndConfirmed_ClosesForGood()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var allotment = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EE", First = 0, Last = 999 };
        await new AddRange(databases, TimeProvider.System).ExecuteAsync(TestSellers.Admin, allotment, Token);
        await using var context = Context(databases);
        var page = context.Render<ArticleNumbersPage>();
        page.WaitForElement("button[aria-label='Close range EE 00000000–00000999']");
        await page.Find("button[aria-label='Close range EE 00000000–00000999']").ClickAsync(new());
        await page.FindAll("button").Single(button => button.TextContent == "Close for good").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("is closed", page.Markup, StringComparison.Ordinal));

        await using var database = databases.CreateDbContext();
        Assert.NotNull((await database.ArticleNumberRanges.SingleAsync(Token)).ClosedAt);
    }

    private static async Task AddAsync(IRenderedComponent<ArticleNumbersPage> page, string prefix, string first, string last)
    {
        page.Find("#range-prefix").Input(prefix);
        page.Find("#range-first").Input(first);
        page.Find("#range-last").Input(last);
        await page.Find("form").SubmitAsync();
    }

    private static BunitContext Context(TestDatabase databases)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLocalization();
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddSingleton<IDbContextFactory<PortalDbContext>>(databases);
        context.Services.AddSingleton(TimeProvider.System);
        context.Services.AddSingleton<ListRanges>().AddSingleton<AddRange>().AddSingleton<CloseRange>();
        var authorization = context.AddAuthorization();
        authorization.SetAuthorized("admin");
        authorization.SetClaims(ActorClaims.Of(TestSellers.Admin));
        return context;
    }
}
