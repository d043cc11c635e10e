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
        await using (var database = databases.CreateDbContext())
        {
            (await database.Shipments.FindAsync([shipment.Id], Token))!.CountLabel(Time.GetUtcNow());
            await database.SaveChangesAsync(Token);
        }

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
