using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeliveredShipments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Shipments_SellerId_Tile_StatusAt_Id",
                table: "Shipments");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_Tile_StatusAt_Id",
                table: "Shipments");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_SellerId_StatusAt_Id",
                table: "Shipments",
                columns: new[] { "SellerId", "StatusAt", "Id" },
                filter: "\"Status\" = 'Delivered'");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_StatusAt_Id",
                table: "Shipments",
                columns: new[] { "StatusAt", "Id" },
                filter: "\"Status\" = 'Delivered'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Shipments_SellerId_StatusAt_Id",
                table: "Shipments");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_StatusAt_Id",
                table: "Shipments");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_SellerId_Tile_StatusAt_Id",
                table: "Shipments",
                columns: new[] { "SellerId", "Tile", "StatusAt", "Id" },
                filter: "\"Tile\" = 5");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_Tile_StatusAt_Id",
                table: "Shipments",
                columns: new[] { "Tile", "StatusAt", "Id" },
                filter: "\"Tile\" = 5");
        }
    }
}
