using System.Globalization;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using SellerPortal.Components.Quotes;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.ApiKeys;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Features.Tracking.Intake;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Shipments;

public sealed class ShipmentPagesTests : BunitContext
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));
    private readonly ShipmentChanges changes = new();
    private BunitAuthorizationContext? authorization;
    private Actor? signedIn;

    public ShipmentPagesTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(clock);
        Services.AddSingleton(changes);
        Services.AddSingleton<WorkSignal>();
        Services.AddSingleton(RealTariffs.InForce);
        Services.AddShipments();
        Services.AddSingleton<QuotePresenter>();
        Services.AddScoped<ManageApiKeys>();
    }

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_WithoutShipments_OffersToBook()
    {
        await using var databases = await UseAsync();
        authorization!.SetPolicies(Policies.Book);
        var page = Render<ShipmentsPage>();
        Assert.Contains("Book the first parcel", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find($"a[href='{PortalUrls.Book}']"));
    }

    [Fact]
    public async Task List_WithAFilterThatMatchesNothing_OffersAll()
    {
        await using var databases = await UseAsync(book: 1);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/shipments?q=nobody");
        Assert.Contains("Nothing matches", Render<ShipmentsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_PrintAll_OrdersTheLabelsOfTheList()
    {
        await using var databases = await UseAsync(book: 3);
        authorization!.SetPolicies(Policies.Book);
        var page = Render<ShipmentsPage>();
        page.FindAll("button").Single(button => button.TextContent == "Print all").Click();
        page.WaitForAssertion(() => Assert.Matches("/labels/[0-9a-f-]{36}$", Services.GetRequiredService<NavigationManager>().Uri));
        await using var database = databases.CreateDbContext();
        var job = await database.LabelJobs.SingleAsync(Xunit.TestContext.Current.CancellationToken);
        var newestFirst = await database.Shipments.OrderByDescending(shipment => shipment.BookedAt).ThenByDescending(shipment => shipment.Id).Select(shipment => shipment.Id).ToListAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(newestFirst, job.ShipmentIds());
    }

    [Fact]
    public async Task List_Chosen_OffersTheLabelsOfTheChosen()
    {
        await using var databases = await UseAsync(book: 3);
        var page = Render<ShipmentsPage>();
        Assert.Equal(3, page.FindAll("tbody tr").Count);
        page.Find("thead input[type=checkbox]").Change(true);
        Assert.Contains("Print 3 labels", page.Markup, StringComparison.Ordinal);
        page.Find("tbody input[type=checkbox]").Change(false);
        var link = page.FindAll("a").Single(a => a.TextContent.Contains("Print 2 labels", StringComparison.Ordinal));
        Assert.StartsWith("/shipments/labels?ids=", link.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Chosen_OffersWhatCanBeDoneInTheOrderOfChoosing()
    {
        await using var databases = await UseAsync(book: 3);
        authorization!.SetPolicies(Policies.Book);
        var page = Render<ShipmentsPage>();
        page.FindAll("tbody input[type=checkbox]")[2].Change(true);
        page.FindAll("tbody input[type=checkbox]")[0].Change(true);
        var rows = page.FindAll("tbody .article-cell a").Select(link => link.GetAttribute("href")!["/shipments/".Length..]).ToList();
        var links = page.FindAll(".selection a").Select(link => link.GetAttribute("href")).ToList();
        var ids = $"{rows[2]},{rows[0]}";
        Assert.Equal([$"/shipments/labels?ids={ids}", $"/pickups/new?shipments={ids}", $"/manifests/new?shipments={ids}", $"/shipments/cancel?shipments={ids}"], links);
        page.FindAll(".selection button").Single().Click();
        Assert.Empty(page.FindAll(".selection"));
    }

    [Fact]
    public async Task List_ColumnsAndViews_AreRememberedAndOpenedAgain()
    {
        await using var databases = await UseAsync(book: 2);
        await using (var database = databases.CreateDbContext())
        {
            database.Users.Add(new PortalUser { Id = signedIn!.UserId, UserName = "test", SellerId = signedIn.SellerId });
            await database.SaveChangesAsync(Token);
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo("/shipments?q=executive&from=2026-11-01");
        var page = Render<ShipmentsPage>();
        Assert.DoesNotContain("ORD-7781", page.Find("tbody").TextContent, StringComparison.Ordinal);
        page.FindAll("fieldset label").Single(label => label.TextContent == "Order").QuerySelector("input")!.Change(true);
        page.WaitForAssertion(() => Assert.Contains("ORD-7781", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Contains("More filters (1)", page.Markup, StringComparison.Ordinal);

        page.Find(".view-form").Submit();
        Assert.Contains("Type a name for the view.", page.Markup, StringComparison.Ordinal);
        page.Find("#view-name").Input("Engineers");
        page.Find(".view-form").Submit();
        page.WaitForAssertion(() => Assert.Equal("/shipments?q=executive&from=2026-11-01", page.Find(".view-line a").GetAttribute("href")));

        // The account goes over to other columns; the view keeps its own, also for whoever opens its address.
        await Services.GetRequiredService<ListChoices>().ChooseColumnsAsync(signedIn!, [ShipmentColumn.Mobile], Token);
        var again = Render<ShipmentsPage>();
        Assert.Contains("ORD-7781", again.Find("tbody").TextContent, StringComparison.Ordinal);
        again.FindAll("fieldset label").Single(label => label.TextContent == "Order").QuerySelector("input")!.Change(false);
        again.WaitForAssertion(() => Assert.DoesNotContain("ORD-7781", again.Find("tbody").TextContent, StringComparison.Ordinal));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/shipments");
        again.WaitForAssertion(() => Assert.DoesNotContain("ORD-7781", again.Find("tbody").TextContent, StringComparison.Ordinal));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/shipments?q=executive&from=2026-11-01");
        again.WaitForAssertion(() => Assert.Contains("ORD-7781", again.Find("tbody").TextContent, StringComparison.Ordinal));
        again.Find(".view-line button").Click();
        again.WaitForAssertion(() => Assert.Empty(again.FindAll(".view-line")));
    }

    [Fact]
    public async Task List_ForWhoeverOnlyLooks_OffersNothingToChoose()
    {
        await using var databases = await UseAsync(book: 1);
        SignIn(signedIn! with { Team = TeamRole.ViewOnly });
        var page = Render<ShipmentsPage>();
        Assert.Single(page.FindAll("tbody tr"));
        Assert.Empty(page.FindAll(".shipments input[type=checkbox]"));
    }

    [Fact]
    public async Task List_OfAStatus_ShowsItAsChosenAmongAll()
    {
        await using var databases = await UseAsync(book: 2);
        await using (var database = databases.CreateDbContext())
        {
            var first = await database.Shipments.Select(shipment => shipment.Id).FirstAsync(Token);
            await database.Shipments.Where(shipment => shipment.Id == first).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.Status, ShipmentStatus.Cancelled), Token);
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo("/shipments?status=Cancelled");
        var page = Render<ShipmentsPage>();
        Assert.Single(page.FindAll("tbody tr"));
        var options = page.FindAll("form.conditions select[name=status] option");
        Assert.Equal(["", .. Enum.GetNames<ShipmentStatus>()], options.Select(option => option.GetAttribute("value")));
        Assert.Equal("Cancelled", Assert.Single(options, option => option.HasAttribute("selected")).TextContent);
        Assert.Contains("More filters (1)", page.Markup, StringComparison.Ordinal);
        Assert.All(page.FindAll("a[download]"), link => Assert.Contains("status=Cancelled", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_WhenItsAddressChanges_ReadsAnew()
    {
        await using var databases = await UseAsync(book: 1);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/shipments");
        var page = Render<ShipmentsPage>();
        Assert.Single(page.FindAll("tbody tr"));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/shipments?tile=NeedsYou");
        page.WaitForAssertion(() => Assert.Contains("Nothing matches", page.Markup, StringComparison.Ordinal));
        var export = page.FindAll("a[download]").Select(link => link.GetAttribute("href"));
        Assert.Equal(["/shipments/export?tile=NeedsYou&format=csv", "/shipments/export?tile=NeedsYou&format=xlsx"], export);
    }

    [Fact]
    public async Task List_TileOfAFilteredList_KeepsTheOtherConditions()
    {
        await using var databases = await UseAsync(book: 1);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/shipments?tile=ToPrint&q=executive&from=2026-11-01&pincode=492001");
        var tiles = Render<ShipmentsPage>().FindAll("a.tile").Select(tile => tile.GetAttribute("href")).ToList();
        Assert.Equal("/shipments?q=executive&from=2026-11-01&pincode=492001", tiles[(int)ShipmentTile.ToPrint]);
        Assert.Equal("/shipments?tile=InTransit&q=executive&from=2026-11-01&pincode=492001", tiles[(int)ShipmentTile.InTransit]);
    }

    [Fact]
    public async Task List_EmptyForWhoMayNotBook_OffersNoBooking()
    {
        await using var databases = await UseAsync(book: 0);
        var page = Render<ShipmentsPage>();
        Assert.Single(page.FindAll(".state"));
        Assert.Empty(page.FindAll($"a[href='{PortalUrls.Book}']"));
        authorization!.SetPolicies(Policies.Book);
        Assert.Equal(2, Render<ShipmentsPage>().FindAll($"a[href='{PortalUrls.Book}']").Count);
    }

    [Fact]
    public async Task List_OfASheet_NamesItAndKeepsItUntilItIsRemoved()
    {
        await using var databases = await UseAsync(book: 2);
        await using var database = databases.CreateDbContext();
        var sheet = await TestSheets.AddAsync(database, signedIn!.SellerId!.Value, "november.xlsx", await database.Shipments.FirstAsync(Token));
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"/shipments?q=executive&sheet={sheet}");
        var page = Render<ShipmentsPage>();
        Assert.Single(page.FindAll("tbody tr"));
        var chip = page.Find("a.filter-chip");
        Assert.Contains("From sheet november.xlsx", chip.TextContent, StringComparison.Ordinal);
        Assert.Equal("/shipments?q=executive", chip.GetAttribute("href"));
        Assert.Equal(sheet.ToString(), page.Find("form.conditions input[name=sheet]").GetAttribute("value"));
        Assert.All(page.FindAll("a.tile, a[download]"), link => Assert.Contains($"sheet={sheet}", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("1", page.Find("a.tile .count").TextContent);

        navigation.NavigateTo($"/shipments?sheet={Guid.CreateVersion7()}");
        page.WaitForAssertion(() => Assert.Contains("From a sheet that is not there", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Nothing matches", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_OfAShipment_FollowsANewScanByItself()
    {
        await using var databases = await UseAsync(book: 1);
        await using var database = databases.CreateDbContext();
        var shipment = await database.Shipments.SingleAsync(Token);
        var page = Render<ShipmentDetailPage>(parameters => parameters.Add(detail => detail.Id, shipment.Id.Value));
        Assert.Contains("Expected Fri 27 – Sat 28 Nov", page.Markup, StringComparison.Ordinal);
        Assert.Contains("₹270", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No scan yet", page.Markup, StringComparison.Ordinal);

        var record = new RecordEvents(databases, changes, clock, NullLogger<RecordEvents>.Instance);
        await record.ExecuteAsync(
            [new FeedElement { Index = 0, Article = shipment.Article, Code = EventCodes.NonDelivery, OccurredAt = "2026-11-24T10:00:00Z", Office = "Raipur HO", ReasonCode = "01" }], Token);

        page.WaitForAssertion(() => Assert.Contains("Door locked", page.Markup, StringComparison.Ordinal));
        Assert.Contains("delivery is tried once more", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_OnItsWayBack_SaysWhenItIsBackAndNotWhenItWasToBeDelivered()
    {
        await using var databases = await UseAsync(book: 1);
        await using var database = databases.CreateDbContext();
        var shipment = await database.Shipments.SingleAsync(Token);
        await ScanAsync(databases, shipment.Article, EventCodes.Return, "2026-11-24T10:00:00Z");
        var page = Render<ShipmentDetailPage>(parameters => parameters.Add(detail => detail.Id, shipment.Id.Value));
        // Booked on Monday for Friday to Saturday, turned round on Tuesday.
        Assert.Contains("Back with you Sat 28 – Mon 30 Nov, estimated", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Expected Fri 27", page.Find("#expected").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_NotScannedForDays_LeadsToTheInstructions()
    {
        await using var databases = await UseAsync(book: 1);
        await using var database = databases.CreateDbContext();
        var shipment = await database.Shipments.SingleAsync(Token);
        await ScanAsync(databases, shipment.Article, "ITEM_RECEIVE", "2026-11-23T18:00:00Z");
        var page = Render<ShipmentDetailPage>(parameters => parameters.Add(detail => detail.Id, shipment.Id.Value));
        Assert.Empty(page.FindAll($"a[href='{PortalUrls.FailedDelivery(shipment.Id)}']"));
        clock.Advance(TimeSpan.FromDays(6));
        page = Render<ShipmentDetailPage>(parameters => parameters.Add(detail => detail.Id, shipment.Id.Value));
        Assert.Single(page.FindAll($"a[href='{PortalUrls.FailedDelivery(shipment.Id)}']"));
    }

    [Fact]
    public async Task Detail_OfAnotherSellersShipment_IsNotFound()
    {
        await using var databases = await UseAsync();
        await using var database = databases.CreateDbContext();
        var (other, _) = await TestSellers.ApprovedAsync(database);
        var theirs = await TestShipments.BookAsync(database, other.Id);
        var page = Render<ShipmentDetailPage>(parameters => parameters.Add(detail => detail.Id, theirs.Id.Value));
        Assert.DoesNotContain(theirs.Article, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApiKeys_MadeAndRevoked_IsShownOnceAndEnds()
    {
        await using var databases = await UseAsync();
        SignIn(TestSellers.Admin);
        var page = Render<ApiKeysPage>();
        page.Find("form").Submit();
        Assert.Contains("Give the key a name.", page.Markup, StringComparison.Ordinal);

        page.Find("input[type=text]").Change("Event feed");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".key-once")));
        var key = page.Find(".key-once").TextContent;
        await using (var database = databases.CreateDbContext())
        {
            var stored = await database.ApiKeys.SingleAsync(Token);
            Assert.True(stored.Opens(key, clock.GetUtcNow()));
            Assert.False(stored.Opens(key, clock.GetUtcNow().AddDays(366)));
            Assert.False(stored.Opens(key[..^1] + (key[^1] == 'a' ? 'b' : 'a'), clock.GetUtcNow()));
        }

        page.FindAll("button").Single(button => button.TextContent == "Done").Click();
        Assert.DoesNotContain(key, page.Markup, StringComparison.Ordinal);
        page.FindAll("button").Single(button => button.TextContent == "Revoke").Click();
        page.FindAll("button").Single(button => button.TextContent == "Revoke for good").Click();
        page.WaitForAssertion(() => Assert.Contains("Revoked", page.Find("tbody").TextContent, StringComparison.Ordinal));
        await using var after = databases.CreateDbContext();
        Assert.NotNull((await after.ApiKeys.SingleAsync(Token)).RevokedAt);
    }

    private async Task ScanAsync(TestDatabase databases, string article, string code, string at) =>
        await new RecordEvents(databases, changes, clock, NullLogger<RecordEvents>.Instance).ExecuteAsync(
            [new FeedElement { Index = 0, Article = article, Code = code, OccurredAt = at, Office = "Raipur HO" }], Token);

    private async Task<TestDatabase> UseAsync(int book = 0)
    {
        var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(databases);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        for (var i = 0; i < book; i++) await TestShipments.BookAsync(database, seller.Id);
        SignIn(actor);
        return databases;
    }

    private void SignIn(Actor actor)
    {
        signedIn = actor;
        authorization ??= AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetClaims(ActorClaims.Of(actor));
    }
}
