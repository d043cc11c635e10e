using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Components.Quotes;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Booking;

public sealed class BookShipmentPageTests
{
    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Type_PincodeAndWeight_ShowsPlaceAndPrices()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, world.Actor);
        var page = Open(context);
        Assert.Contains("Give a pincode and a weight", page.Markup, StringComparison.Ordinal);

        Type(page, "book-ToPincode", "492001");
        Type(page, "book-Weight", "1.25 kg");
        Assert.Contains("Raipur HO, Chhattisgarh", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1,250 g", page.Markup, StringComparison.Ordinal);
        Assert.Contains("₹270", page.Find(".book-offer").TextContent, StringComparison.Ordinal);
        Assert.Equal("Raipur", page.Find("#book-City").GetAttribute("value"));
        Assert.Contains("For senders with a contract", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Book_EmptyForm_SaysAllThatIsMissingAndFocusesTheFirst()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, world.Actor);
        var page = Open(context);
        await page.Find("#book-button").ClickAsync(new());

        Assert.Equal(7, page.FindAll(".errors li").Count);
        Assert.Equal("true", page.Find("#book-ToPincode").GetAttribute("aria-invalid"));
        Assert.Contains("ten digits", Typed("book-Mobile", "12345"), StringComparison.Ordinal);
        Assert.Contains(
            context.JSInterop.Invocations,
            call => call.Identifier == "focus" && Equals(call.Arguments[0], "book-ToPincode"));
        Assert.Equal((0, 0, 0, 0), await world.CountAsync());

        string Typed(string id, string text)
        {
            Type(page, id, text);
            return page.Find($"#{id}-hint").TextContent;
        }
    }

    [Fact]
    public async Task Book_DoubleClick_BooksOnceAndShowsTheConfirmation()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, world.Actor);
        var page = Open(context);
        Fill(page);
        var first = page.Find("#book-button").ClickAsync(new());
        if (page.FindAll("#book-button") is [var again]) await again.ClickAsync(new());
        await first;

        page.WaitForAssertion(() => Assert.Contains("EE 123 456 785 IN", page.Markup, StringComparison.Ordinal));
        Assert.Equal((1, 1, 1, 1), await world.CountAsync());
        await using var database = world.Databases.CreateDbContext();
        var shipment = await database.Shipments.SingleAsync(Token);
        Assert.EndsWith($"?booked={shipment.Id}", context.Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains($"/shipments/{shipment.Id}/label", page.Find("#book-print").GetAttribute("href"), StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(0, CountDrafts(world)));
    }

    [Fact]
    public async Task Book_SameDraftInTwoWindows_BooksOnceAndShowsItInBoth()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var one = Context(world, world.Actor);
        var first = Open(one);
        Fill(first);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        first.WaitForAssertion(() => Assert.Equal(1, CountDrafts(world)));
        await using var two = Context(world, world.Actor);
        var second = Open(two);

        await first.Find("#book-button").ClickAsync(new());
        await second.Find("#book-button").ClickAsync(new());
        second.WaitForAssertion(() => Assert.Contains("EE 123 456 785 IN", second.Markup, StringComparison.Ordinal));
        Assert.Equal((1, 1, 1, 1), await world.CountAsync());
    }

    [Fact]
    public async Task Open_AfterABookingWhoseAnswerWasLost_ShowsTheConfirmation()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var input = BookingWorld.Input();
        await new BookingDrafts(world.Databases, world.Time).SaveAsync(world.Actor, input.Key, "{}", Token);
        await world.BookAsync(input);
        await using var context = Context(world, world.Actor);
        var page = Open(context);
        Assert.Contains("EE 123 456 785 IN", page.Markup, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(0, CountDrafts(world)));

        await page.FindAll("button").Single(button => button.TextContent == "Book another").ClickAsync(new());
        Assert.Equal("", page.Find("#book-ToPincode").GetAttribute("value"));
    }

    [Fact]
    public async Task Type_ThenWait_SavesADraftThatTheNextVisitRestores()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        await using (var context = Context(world, world.Actor))
        {
            var page = Open(context);
            Type(page, "book-ToPincode", "492001");
            Type(page, "book-Name", "Executive Engineer");
            world.Time.Advance(TimeSpan.FromSeconds(1));
            page.WaitForAssertion(() => Assert.Contains("Draft saved 01:30", page.Markup, StringComparison.Ordinal));
        }

        await using var next = Context(world, world.Actor);
        var again = Open(next);
        Assert.Equal("492001", again.Find("#book-ToPincode").GetAttribute("value"));
        Assert.Equal("Executive Engineer", again.Find("#book-Name").GetAttribute("value"));

        await again.FindAll("button").Single(button => button.TextContent == "Start over").ClickAsync(new());
        Assert.Equal("", again.Find("#book-Name").GetAttribute("value"));
        Assert.Equal(0, CountDrafts(world));
    }

    [Fact]
    public async Task Book_PriceChangedMeanwhile_TellsTheNewPriceAndBooksAtTheSecondPress()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, world.Actor);
        var page = Open(context);
        Fill(page);
        world.Prices.TotalPaise = 28_100;
        await page.Find("#book-button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("₹281", page.Find("#book-said").TextContent, StringComparison.Ordinal));
        Assert.Equal((0, 0, 0, 0), await world.CountAsync());

        await page.Find("#book-button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#book-print")));
    }

    [Fact]
    public async Task Book_NoNumbersLeft_SaysSoAndKeepsTheDraft()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite, numbers: 0);
        await using var context = Context(world, world.Actor);
        var page = Open(context);
        Fill(page);
        await page.Find("#book-button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("No article numbers are left", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Executive Engineer", page.Find("#book-Name").GetAttribute("value"));
        Assert.Equal(1, CountDrafts(world));
    }

    [Fact]
    public async Task Open_PendingSeller_ShowsPricesAndNoButton()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var pending = Seller.Register(SellerId.New(DateTimeOffset.UnixEpoch), TestSellers.Registration("New Traders"), DateTimeOffset.UnixEpoch);
        await using (var database = world.Databases.CreateDbContext())
        {
            database.Sellers.Add(pending);
            await database.SaveChangesAsync(Token);
        }

        await using var context = Context(world, TestSellers.ActorOf(pending.Id));
        var page = Open(context);
        Fill(page);
        Assert.Contains("waits for approval", page.Markup, StringComparison.Ordinal);
        Assert.Contains("₹270", page.Markup, StringComparison.Ordinal);
        Assert.True(page.Find("#book-button").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Open_Admin_SaysThatTheAccountBooksForNoSeller()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, TestSellers.Admin);
        Assert.Contains("books for no seller", Open(context).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddressBook_SavedConsignee_IsOfferedAndFillsTheFields()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, world.Actor);
        var page = Open(context);
        await page.Find("#book-keep").ClickAsync(new());
        Assert.Contains("Give the consignee", page.Find(".book-keep").TextContent, StringComparison.Ordinal);
        Fill(page);
        await page.Find("#book-keep").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Saved in the address book", page.Find(".book-keep").TextContent, StringComparison.Ordinal));

        Type(page, "book-Name", "");
        Type(page, "book-find", "rai");
        await page.WaitForElement(".book-finds button").ClickAsync(new());
        Assert.NotEmpty(page.Find("#book-Name").GetAttribute("value")!);
        Assert.Equal("492001", page.Find("#book-ToPincode").GetAttribute("value"));
        Type(page, "book-find", "zebra");
        page.WaitForAssertion(() => Assert.Contains("nobody with these words", page.Markup, StringComparison.Ordinal));
    }

    private static int CountDrafts(BookingWorld world)
    {
        using var database = world.Databases.CreateDbContext();
        return database.BookingDrafts.Count();
    }

    private static BunitContext Context(BookingWorld world, Actor actor)
    {
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule("/js/booking.js").Mode = JSRuntimeMode.Loose;
        context.Services.AddLocalization();
        context.Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        context.Services.AddSingleton(world.Directory);
        context.Services.AddBooking();
        context.Services.AddSingleton<IBookingPrices>(world.Prices);
        context.Services.AddSingleton<QuotePresenter>();
        context.Services.AddSingleton<TimeProvider>(world.Time);
        context.Services.AddSingleton(world.Lane);
        var authorization = context.AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetClaims(ActorClaims.Of(actor));
        return context;
    }

    private static IRenderedComponent<BookShipmentPage> Open(BunitContext context)
    {
        var page = context.Render<BookShipmentPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#book-button, #book-print, .state")));
        return page;
    }

    private static void Type(IRenderedComponent<BookShipmentPage> page, string id, string text) => page.Find($"#{id}").Input(text);

    private static void Fill(IRenderedComponent<BookShipmentPage> page)
    {
        Type(page, "book-ToPincode", "492001");
        Type(page, "book-Weight", "1250");
        Type(page, "book-Name", "Executive Engineer");
        Type(page, "book-Mobile", "98260 12345");
        Type(page, "book-Address", "Civil Lines");
        Type(page, "book-Contents", "LED street lights");
    }
}
