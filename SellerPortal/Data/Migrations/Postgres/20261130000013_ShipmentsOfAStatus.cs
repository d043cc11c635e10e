using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ShipmentsOfAStatus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Shipments_SellerId_Status_BookedAt_Id_Product",
                table: "Shipments",
                columns: new[] { "SellerId", "Status", "BookedAt", "Id", "Product" },
                filter: "\"Status\" = 'Booked' OR \"Status\" = 'OnHold' OR \"Status\" = 'Redirected' OR \"Status\" = 'Returning' OR \"Status\" = 'Returned' OR \"Status\" = 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_Status_BookedAt_Id_Product",
                table: "Shipments",
                columns: new[] { "Status", "BookedAt", "Id", "Product" },
                filter: "\"Status\" = 'Booked' OR \"Status\" = 'OnHold' OR \"Status\" = 'Redirected' OR \"Status\" = 'Returning' OR \"Status\" = 'Returned' OR \"Status\" = 'Cancelled'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Shipments_SellerId_Status_BookedAt_Id_Product",
                table: "Shipments");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_Status_BookedAt_Id_Product",
                table: "Shipments");
        }
    }
}
