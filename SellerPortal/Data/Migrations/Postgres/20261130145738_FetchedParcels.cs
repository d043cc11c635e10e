using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FetchedParcels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FetchedAt",
                table: "Shipments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "SettledDay",
                table: "PickupRepeats",
                type: "date",
                nullable: true);

            // Only what an agent has is fetched; what was cancelled before he came was not.
            migrationBuilder.Sql("UPDATE \"Shipments\" SET \"FetchedAt\" = (SELECT p.\"StateAt\" FROM \"Pickups\" AS p WHERE p.\"Id\" = \"Shipments\".\"PickupId\" AND p.\"State\" = 'PickedUp' AND (\"Shipments\".\"Status\" <> 'Cancelled' OR \"Shipments\".\"StatusAt\" >= p.\"StateAt\")) WHERE \"PickupId\" IS NOT NULL");

            migrationBuilder.ReplaceTile("CASE \"Status\"\nWHEN 'Booked' THEN CASE WHEN \"LastScanAt\" IS NOT NULL OR \"FetchedAt\" IS NOT NULL THEN 2 WHEN \"LabelPrints\" = 0 THEN 0 WHEN \"ReturnOf\" IS NULL THEN 1 END\nWHEN 'InTransit' THEN 2 WHEN 'OnHold' THEN 2 WHEN 'Redirected' THEN 2 WHEN 'Returning' THEN 2\nWHEN 'OutForDelivery' THEN 3 WHEN 'AttemptFailed' THEN 4 WHEN 'Delivered' THEN 5 END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.ReplaceTile("CASE \"Status\"\nWHEN 'Booked' THEN CASE WHEN \"LastScanAt\" IS NOT NULL THEN 2 WHEN \"LabelPrints\" > 0 THEN 1 ELSE 0 END\nWHEN 'InTransit' THEN 2 WHEN 'OnHold' THEN 2 WHEN 'Redirected' THEN 2 WHEN 'Returning' THEN 2\nWHEN 'OutForDelivery' THEN 3 WHEN 'AttemptFailed' THEN 4 WHEN 'Delivered' THEN 5 END");

            migrationBuilder.DropColumn(
                name: "FetchedAt",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "SettledDay",
                table: "PickupRepeats");
        }
    }
}
