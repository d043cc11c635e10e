using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DeliveryInstructions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ReturnOf",
                table: "Shipments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeliveryInstructions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    DeliverOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 24, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryInstructions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeliveryInstructions_Shipments_ShipmentId",
                        column: x => x.ShipmentId,
                        principalTable: "Shipments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_ReturnOf",
                table: "Shipments",
                column: "ReturnOf",
                unique: true,
                filter: "\"ReturnOf\" IS NOT NULL AND \"Status\" <> 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryInstructions_ShipmentId",
                table: "DeliveryInstructions",
                column: "ShipmentId",
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryInstructions_ShipmentId_GivenAt",
                table: "DeliveryInstructions",
                columns: new[] { "ShipmentId", "GivenAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeliveryInstructions");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_ReturnOf",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "ReturnOf",
                table: "Shipments");
        }
    }
}
