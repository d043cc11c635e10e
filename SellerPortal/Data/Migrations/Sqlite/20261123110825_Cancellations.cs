using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Cancellations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "RecallFee",
                table: "Shipments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecallRequestedAt",
                table: "Shipments",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Refund",
                table: "Shipments",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RecallFee",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "RecallRequestedAt",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "Refund",
                table: "Shipments");
        }
    }
}
