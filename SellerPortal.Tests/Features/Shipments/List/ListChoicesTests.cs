using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Tests.Support;
using SellerPortal.Platform;

namespace SellerPortal.Tests.Features.Shipments.List;

public sealed class ListChoicesTests
{
    private readonly FakeTimeProvider clock = new(TestShipments.BookedAt);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Columns_Chosen_AreRememberedForTheAccountOnly(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (one, other) = (await AccountAsync(databases), await AccountAsync(databases));
        var choices = new ListChoices(databases, clock);
        Assert.Equal(ShipmentColumns.Usual, (await choices.ReadAsync(one, Token)).Columns);
        await choices.ChooseColumnsAsync(one, [ShipmentColumn.Status, ShipmentColumn.Order], Token);
        await choices.ChooseColumnsAsync(one, [ShipmentColumn.Status, ShipmentColumn.Mobile], Token);
        Assert.Equal([ShipmentColumn.Mobile, ShipmentColumn.Status], (await choices.ReadAsync(one, Token)).Columns);
        Assert.Equal(ShipmentColumns.Usual, (await choices.ReadAsync(other, Token)).Columns);
    }

    [Theory, EachDatabase]
    public async Task View_Saved_IsReplacedByNameAndRemovedByItsOwnerOnly(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (one, other) = (await AccountAsync(databases), await AccountAsync(databases));
        var choices = new ListChoices(databases, clock);
        var failed = new ShipmentFilter { Tile = ShipmentTile.NeedsYou, Status = ShipmentStatus.AttemptFailed, Text = "raipur & co" };
        Assert.Equal(SaveViewFault.None, await choices.SaveAsync(one, " Failed ", failed with { Place = new ListPlace(clock.GetUtcNow(), Guid.CreateVersion7()) }, [ShipmentColumn.Mobile], Token));
        Assert.Equal(SaveViewFault.None, await choices.SaveAsync(one, "Failed", failed with { Text = "bhopal" }, [ShipmentColumn.Mobile], Token));
        Assert.Equal(SaveViewFault.NoName, await choices.SaveAsync(one, " \n", failed, [ShipmentColumn.Mobile], Token));
        Assert.Equal(SaveViewFault.NameTooLong, await choices.SaveAsync(one, new string('x', 61), failed, [ShipmentColumn.Mobile], Token));
        var view = Assert.Single((await choices.ReadAsync(one, Token)).Views);
        Assert.Equal(("Failed", failed with { Text = "bhopal" }), (view.Name, view.Filter));

        await choices.RemoveAsync(other, view.Id, Token);
        Assert.Empty((await choices.ReadAsync(other, Token)).Views);
        Assert.Single((await choices.ReadAsync(one, Token)).Views);
        await choices.RemoveAsync(one, view.Id, Token);
        Assert.Empty((await choices.ReadAsync(one, Token)).Views);
    }

    [Fact]
    public async Task View_BeyondTheMost_IsRefused()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var actor = await AccountAsync(databases);
        var choices = new ListChoices(databases, clock);
        for (var i = 0; i < SavedView.MostViews; i++) Assert.Equal(SaveViewFault.None, await choices.SaveAsync(actor, $"View {i}", new ShipmentFilter(), ShipmentColumns.Usual, Token));
        Assert.Equal(SaveViewFault.TooMany, await choices.SaveAsync(actor, "One more", new ShipmentFilter(), ShipmentColumns.Usual, Token));
    }

    private static async Task<Actor> AccountAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        var (_, actor) = await TestSellers.ApprovedAsync(database);
        database.Users.Add(new PortalUser { Id = actor.UserId, UserName = $"{actor.UserId}@example.in", SellerId = actor.SellerId });
        await database.SaveChangesAsync(Token);
        return actor;
    }
}
