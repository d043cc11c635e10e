using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
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
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeliveryInstructions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    DeliverOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Before = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    After = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
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
