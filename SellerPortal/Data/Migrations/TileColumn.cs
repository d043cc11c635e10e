using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SellerPortal.Data.Migrations;

/// <summary>The step of a migration by which the tile of a shipment is computed in another way.</summary>
internal static class TileColumn
{
    private static readonly string[][] Indexes = [["SellerId", "Tile", "BookedAt", "Id", "Product"], ["Tile", "BookedAt", "Id", "Product"]];

    /// <summary>
    /// Computes the tile anew. Not by altering the column: SQLite would rebuild the table outside of the transaction and lose
    /// the triggers of the search, and PostgreSQL would lose the indexes.
    /// </summary>
    /// <param name="migration">The migration.</param>
    /// <param name="sql">What the tile is computed from.</param>
    public static void ReplaceTile(this MigrationBuilder migration, string sql)
    {
        foreach (var columns in Indexes) migration.DropIndex(NameOf(columns), "Shipments");
        migration.Sql("""ALTER TABLE "Shipments" DROP COLUMN "Tile";""");
        migration.Sql($"""ALTER TABLE "Shipments" ADD COLUMN "Tile" integer GENERATED ALWAYS AS ({sql}) {(migration.IsSqlite() ? "VIRTUAL" : "STORED")};""");
        foreach (var columns in Indexes) migration.CreateIndex(NameOf(columns), "Shipments", columns);
    }

    private static string NameOf(string[] columns) => $"IX_Shipments_{string.Join('_', columns)}";
}
