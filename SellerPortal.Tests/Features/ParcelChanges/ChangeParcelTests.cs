using System.Globalization;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.ParcelChanges;
using SellerPortal.Platform;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.ParcelChanges;

public sealed class ChangeParcelTests
{
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => Xunit.TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Change_BeforeHandOver_IsKeptNotedAndFound(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (actor, shipment) = await BookAsync(databases);
        var form = ChangeForm.Of(shipment.EditableFacts);
        (form.Name, form.Mobile, form.Email, form.Order, form.Contents) = ("Superintending Engineer", "98260 99999", "stores@pwd.gov.in", "ORD-9", "Brass valves");
        var result = await ChangeAsync(databases, actor, shipment, form);
        Assert.Equal(Enum.GetValues<EditablePart>(), Assert.IsType<ChangeResult.Changed>(result).Parts);

        await using var database = databases.CreateDbContext();
        var changed = await database.Shipments.AsNoTracking().SingleAsync(one => one.Id == shipment.Id, Token);
        Assert.Equal(("Superintending Engineer", "9826099999", "stores@pwd.gov.in"), (changed.Consignee.Name, changed.Consignee.Mobile, changed.ConsigneeEmail));
        Assert.Equal(("ORD-9", "Brass valves", shipment.Article, shipment.Price), (changed.References.Order, changed.Parcel.Contents, changed.Article, changed.Price));
        var entry = await database.History.SingleAsync(entry => entry.ShipmentId == shipment.Id && entry.Kind == HistoryKind.Changed, Token);
        Assert.Equal(("Address,Contact,References,Contents", actor.UserId), (entry.Detail, entry.By));
        Assert.Contains("superintending", (await database.ShipmentSearch.SingleAsync(row => row.ShipmentId == shipment.Id, Token)).Text, StringComparison.Ordinal);
        Assert.Empty(Assert.IsType<ChangeResult.Changed>(await ChangeAsync(databases, actor, shipment, form)).Parts);
    }

    [Theory, EachDatabase]
    public async Task Change_OnItsWay_TakesTheContactAndNoAddress(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (actor, shipment) = await BookAsync(databases);
        await BecomeAsync(databases, shipment, ShipmentStatus.InTransit);
        var address = ChangeForm.Of(shipment.EditableFacts);
        address.Line1 = "Another road 5";
        Assert.Equal(EditStage.OnItsWay, Assert.IsType<ChangeResult.TooLate>(await ChangeAsync(databases, actor, shipment, address)).Stage);
        var contact = ChangeForm.Of(shipment.EditableFacts);
        contact.Mobile = "9826099999";
        Assert.Equal([EditablePart.Contact], Assert.IsType<ChangeResult.Changed>(await ChangeAsync(databases, actor, shipment, contact)).Parts);
    }

    [Theory, EachDatabase]
    public async Task Change_FetchedAndNotScannedYet_TakesTheContactAndNoAddress(DatabaseKind kind)
    {
        await using var pickups = await PickupWorld.CreateAsync(kind);
        var id = (await pickups.ParcelsOfAsync(await pickups.PickedUpAsync(1)))[0];
        await using var database = pickups.Databases.CreateDbContext();
        var shipment = (await database.Shipments.FindAsync([id], Token))!;
        Assert.Equal(EditStage.OnItsWay, (await new ReadChangeable(pickups.Databases).ExecuteAsync(pickups.Actor, id, Token))!.Stage);
        var address = ChangeForm.Of(shipment.EditableFacts);
        address.Line1 = "Another road 5";
        Assert.Equal(EditStage.OnItsWay, Assert.IsType<ChangeResult.TooLate>(await ChangeAsync(pickups.Databases, pickups.Actor, shipment, address)).Stage);
        var contact = ChangeForm.Of(shipment.EditableFacts);
        contact.Mobile = "9826099999";
        Assert.Equal([EditablePart.Contact], Assert.IsType<ChangeResult.Changed>(await ChangeAsync(pickups.Databases, pickups.Actor, shipment, contact)).Parts);
    }

    [Theory, EachDatabase]
    public async Task Change_ByTwoColleagues_TheSecondSeesTheFirst(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (actor, shipment) = await BookAsync(databases);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
        {
            var form = ChangeForm.Of(shipment.EditableFacts);
            form.Order = string.Create(CultureInfo.InvariantCulture, $"ORD-{i}");
            return ChangeAsync(databases, actor, shipment, form);
        })));
        Assert.Single(results.OfType<ChangeResult.Changed>());
        Assert.Equal(5, results.OfType<ChangeResult.ChangedMeanwhile>().Count());
    }

    [Theory, EachDatabase]
    public async Task Change_OfDifferentThingsByTwoColleagues_KeepsBoth(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (actor, shipment) = await BookAsync(databases);
        var (order, contact) = (ChangeForm.Of(shipment.EditableFacts), ChangeForm.Of(shipment.EditableFacts));
        (order.Order, order.Line1) = ("ORD-9", "Another road 5");
        (contact.Mobile, contact.Invoice) = ("9826099999", "INV-9");
        var results = await Task.WhenAll(new[] { order, contact }.Select(form => Task.Run(() => ChangeAsync(databases, actor, shipment, form))));
        Assert.All(results, result => Assert.IsType<ChangeResult.Changed>(result));
        await using var database = databases.CreateDbContext();
        var both = await database.Shipments.AsNoTracking().SingleAsync(one => one.Id == shipment.Id, Token);
        Assert.Equal(("ORD-9", "INV-9", "Another road 5", "9826099999"), (both.References.Order, both.References.Invoice, both.Consignee.Line1, both.Consignee.Mobile));
    }

    [Theory, EachDatabase]
    public async Task Change_WrongThings_AreNamedAndNothingIsKept(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (actor, shipment) = await BookAsync(databases);
        var form = ChangeForm.Of(shipment.EditableFacts);
        (form.Mobile, form.Email, form.EwayBill, form.Contents, form.GemContract) = ("12", "no address", "77", " ", "GEMC-1");
        var faults = Assert.IsType<ChangeResult.Faulty>(await ChangeAsync(databases, actor, shipment, form)).Faults;
        Assert.Equal([BookingField.Mobile, BookingField.Email, BookingField.GemContract, BookingField.Contents, BookingField.EwayBill], faults.Select(fault => fault.Field()).Order());
    }

    [Theory, EachDatabase]
    public async Task Change_OfAnotherSeller_OrByAnOnlooker_FindsNothing(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (actor, shipment) = await BookAsync(databases);
        var (stranger, _) = await BookAsync(databases);
        var form = ChangeForm.Of(shipment.EditableFacts);
        form.Order = "ORD-X";
        Assert.IsType<ChangeResult.NotFound>(await ChangeAsync(databases, stranger, shipment, form));
        Assert.IsType<ChangeResult.NotFound>(await ChangeAsync(databases, actor with { Team = TeamRole.ViewOnly }, shipment, form));
        Assert.Null(await new ReadChangeable(databases).ExecuteAsync(stranger, shipment.Id, Token));
        Assert.Null(await new ReadChangeable(databases).ExecuteAsync(actor with { Team = TeamRole.ViewOnly }, shipment.Id, Token));
    }

    [Fact]
    public async Task Page_AfterALabelWasPrinted_SaysToPrintItAgain()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (actor, shipment) = await BookAsync(databases);
        await PrintAsync(databases, shipment);
        await using var context = Page(databases, actor);
        var page = context.Render<ChangePage>(parameters => parameters.Add(p => p.Id, shipment.Id.Value));
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("table.edits thead th").Count - 1));
        page.Find("#change-mobile").Input("12");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#change-mobile-fault")));
        page.Find("#change-mobile").Input("9826099999");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal(PortalUrls.Label(shipment.Id), page.Find(".alert a").GetAttribute("href")));
    }

    [Fact]
    public async Task Page_OnItsWay_LocksWhatCannotChange()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (actor, shipment) = await BookAsync(databases);
        await BecomeAsync(databases, shipment, ShipmentStatus.InTransit);
        await using var context = Page(databases, actor);
        var page = context.Render<ChangePage>(parameters => parameters.Add(p => p.Id, shipment.Id.Value));
        page.WaitForAssertion(() => Assert.True(page.Find("#change-name").HasAttribute("disabled")));
        Assert.False(page.Find("#change-mobile").HasAttribute("disabled"));
        Assert.False(page.Find("#change-order").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData("change-email", "stores@pwd.gov.in", false)]
    [InlineData("change-contents", "Steel fittings", false)]
    [InlineData("change-eway", "123456789012", false)]
    [InlineData("change-order", "ORD-9", true)]
    public async Task Page_AfterALabelWasPrinted_AsksForAnotherOnlyForWhatItBears(string field, string text, bool again)
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (actor, shipment) = await BookAsync(databases);
        await PrintAsync(databases, shipment);
        await using var context = Page(databases, actor);
        var page = context.Render<ChangePage>(parameters => parameters.Add(p => p.Id, shipment.Id.Value));
        page.WaitForAssertion(() => Assert.NotNull(page.Find($"#{field}")));
        page.Find($"#{field}").Input(text);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.StartsWith("Changed.", page.Find("[role=status]").TextContent.Trim(), StringComparison.Ordinal));
        Assert.Equal(again ? 1 : 0, page.FindAll(".alert a").Count);
    }

    [Fact]
    public async Task Page_OfAParcelOnItsWay_AsksForNoOtherLabel()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (actor, shipment) = await BookAsync(databases);
        await PrintAsync(databases, shipment);
        await BecomeAsync(databases, shipment, ShipmentStatus.InTransit);
        await using var context = Page(databases, actor);
        var page = context.Render<ChangePage>(parameters => parameters.Add(p => p.Id, shipment.Id.Value));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#change-mobile")));
        page.Find("#change-mobile").Input("9826099999");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("Changed.", page.Find("[role=status]").TextContent.Trim()));
        Assert.Empty(page.FindAll(".alert a"));
    }

    [Fact]
    public async Task Page_AColleagueChangedTheSame_KeepsWhatIsTypedAndSavesItOverTheirs()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (actor, shipment) = await BookAsync(databases);
        await using var context = Page(databases, actor);
        var page = context.Render<ChangePage>(parameters => parameters.Add(p => p.Id, shipment.Id.Value));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#change-order")));
        page.Find("#change-order").Input("ORD-MINE");
        page.Find("#change-contents").Input("Steel fittings");
        var theirs = ChangeForm.Of(shipment.EditableFacts);
        (theirs.Order, theirs.Invoice) = ("ORD-THEIRS", "INV-THEIRS");
        Assert.IsType<ChangeResult.Changed>(await ChangeAsync(databases, actor, shipment, theirs));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("A colleague changed the same thing", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["ORD-MINE", "INV-THEIRS", "Steel fittings"], new[] { "order", "invoice", "contents" }.Select(field => page.Find($"#change-{field}").GetAttribute("value")));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("Changed.", page.Find("[role=status]").TextContent.Trim()));
        await using var database = databases.CreateDbContext();
        var after = await database.Shipments.AsNoTracking().SingleAsync(one => one.Id == shipment.Id, Token);
        Assert.Equal(("ORD-MINE", "INV-THEIRS", "Steel fittings"), (after.References.Order, after.References.Invoice, after.Parcel.Contents));
    }

    [Fact]
    public async Task Page_WentOnMeanwhile_KeepsWhatCanStillBeChanged()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (actor, shipment) = await BookAsync(databases);
        await using var context = Page(databases, actor);
        var page = context.Render<ChangePage>(parameters => parameters.Add(p => p.Id, shipment.Id.Value));
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#change-line1")));
        page.Find("#change-line1").Input("Another road 5");
        page.Find("#change-mobile").Input("9826099999");
        await BecomeAsync(databases, shipment, ShipmentStatus.InTransit);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("can no longer be changed", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal(["Division 2, Civil Lines", "9826099999"], new[] { "line1", "mobile" }.Select(field => page.Find($"#change-{field}").GetAttribute("value")));
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("Changed.", page.Find("[role=status]").TextContent.Trim()));
    }

    private static async Task PrintAsync(TestDatabase databases, Shipment shipment)
    {
        await using var database = databases.CreateDbContext();
        (await database.Shipments.FindAsync([shipment.Id], Token))!.CountLabel(Time.GetUtcNow());
        await database.SaveChangesAsync(Token);
    }

    private static BunitContext Page(TestDatabase databases, Actor actor)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddLocalization().AddSingleton<IDbContextFactory<PortalDbContext>>(databases).AddSingleton<TimeProvider>(Time).AddSingleton<ShipmentChanges>().AddParcelChanges();
        context.AddAuthorization().SetAuthorized("test").SetClaims(ActorClaims.Of(actor));
        return context;
    }

    private static async Task<(Actor Actor, Shipment Shipment)> BookAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        return (actor, await TestShipments.BookAsync(database, seller.Id));
    }

    private static async Task BecomeAsync(TestDatabase databases, Shipment shipment, ShipmentStatus status)
    {
        await using var database = databases.CreateDbContext();
        await database.Shipments.Where(one => one.Id == shipment.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, status).SetProperty(one => one.LastScanAt, Time.GetUtcNow()), Token);
    }

    private static Task<ChangeResult> ChangeAsync(TestDatabase databases, Actor actor, Shipment shipment, ChangeForm form) =>
        new ChangeParcel(databases, new ShipmentChanges(), Time).ExecuteAsync(actor, shipment.Id, form.ToInput(), shipment.EditableFacts, Token);
}
