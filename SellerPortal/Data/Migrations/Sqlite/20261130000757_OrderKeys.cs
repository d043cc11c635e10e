using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OrderKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "OrderKey",
                table: "Shipments",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            // Orders are stored without spaces to spare already.
            migrationBuilder.Sql("UPDATE \"Shipments\" SET \"OrderKey\" = upper(\"References_Order\") WHERE \"References_Order\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_SellerId_OrderKey",
                table: "Shipments",
                columns: new[] { "SellerId", "OrderKey" },
                filter: "\"OrderKey\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Shipments_SellerId_OrderKey",
                table: "Shipments");

            // Not by the builder, which would rebuild the table and lose the triggers of the search.
            migrationBuilder.Sql("ALTER TABLE \"Shipments\" DROP COLUMN \"OrderKey\"");
        }
    }
}
