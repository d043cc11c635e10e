using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RecallRequestedAt",
                table: "Shipments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Refund",
                table: "Shipments",
                type: "bigint",
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
