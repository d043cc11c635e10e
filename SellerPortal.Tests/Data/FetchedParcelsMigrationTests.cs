using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SellerPortal.Data;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data;

/// <summary>The migration that lets a parcel know when it was fetched, on a database that holds parcels already.</summary>
public sealed class FetchedParcelsMigrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task DownAndUp_OnAFilledDatabase_GiveTheTilesOfTheirTimeAndLoseNothing(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var fetched = await world.ParcelsOfAsync(await world.PickedUpAsync(1));
        var waiting = await world.ParcelsOfAsync(await world.RequestedAsync(1));
        var booked = await world.BookAsync(2);
        await using var database = world.Databases.CreateDbContext();
        await database.Shipments.Where(shipment => shipment.Id == booked[1].Id).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ReturnOf, booked[0].Id), Token);
        await world.PrintAsync([.. fetched, .. waiting, booked[1].Id]);
        var before = await ObjectsAsync(database);

        var names = database.Database.GetMigrations().ToList();
        var index = names.FindIndex(name => name.EndsWith("_FetchedParcels", StringComparison.Ordinal));
        var migrator = database.GetService<IMigrator>();
        await migrator.MigrateAsync(names[index - 1], Token);
        Assert.Equal(["0", "1", "1", "1"], await TilesAsync(database));
        Assert.Equal(before, await ObjectsAsync(database));

        await migrator.MigrateAsync(cancellationToken: Token);
        Assert.Equal(["", "0", "1", "2"], await TilesAsync(database));
        Assert.Equal(before, await ObjectsAsync(database));
        Assert.Equal(
            await database.Pickups.Where(pickup => pickup.State == SellerPortal.Domain.Pickups.PickupState.PickedUp).Select(pickup => (DateTimeOffset?)pickup.StateAt).SingleAsync(Token),
            await database.Shipments.Where(shipment => shipment.FetchedAt != null).Select(shipment => shipment.FetchedAt).SingleAsync(Token));
    }

    /// <summary>The tiles in order, past the model; empty for none.</summary>
    private static async Task<List<string>> TilesAsync(PortalDbContext database)
    {
        var tiles = await database.Database.SqlQueryRaw<int>("""SELECT COALESCE("Tile", -1) AS "Value" FROM "Shipments" """).ToListAsync(Token);
        return [.. tiles.Order().Select(tile => tile < 0 ? "" : tile.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>Indexes and triggers of the shipments.</summary>
    private static async Task<List<string>> ObjectsAsync(PortalDbContext database)
    {
        var names = await database.Database.SqlQueryRaw<string>(database is SqlitePortalDbContext
            ? """SELECT "name" AS "Value" FROM sqlite_master WHERE "tbl_name" = 'Shipments' AND "type" IN ('index', 'trigger')"""
            : """
                SELECT indexname::text AS "Value" FROM pg_indexes WHERE tablename = 'Shipments'
                UNION ALL SELECT tgname::text FROM pg_trigger WHERE tgrelid = '"Shipments"'::regclass AND NOT tgisinternal
                """).ToListAsync(Token);
        Assert.Contains("IX_Shipments_SellerId_Tile_BookedAt_Id_Product", names);
        Assert.Contains("IX_Shipments_Tile_BookedAt_Id_Product", names);
        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
