using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Manifests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ManifestId",
                table: "Shipments",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Manifests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SellerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character(13)", fixedLength: true, maxLength: 13, nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Parcels = table.Column<int>(type: "integer", nullable: false),
                    Grams = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Manifests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Manifests_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ManifestLines",
                columns: table => new
                {
                    ManifestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Article = table.Column<string>(type: "character(13)", fixedLength: true, maxLength: 13, nullable: false),
                    Product = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Receiver = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    City = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Pincode = table.Column<int>(type: "integer", nullable: false),
                    Grams = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManifestLines", x => new { x.ManifestId, x.Position });
                    table.ForeignKey(
                        name: "FK_ManifestLines_Manifests_ManifestId",
                        column: x => x.ManifestId,
                        principalTable: "Manifests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_ManifestId",
                table: "Shipments",
                column: "ManifestId",
                filter: "\"ManifestId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ManifestLines_ShipmentId",
                table: "ManifestLines",
                column: "ShipmentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Manifests_ClosedAt_Day",
                table: "Manifests",
                columns: new[] { "ClosedAt", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Manifests_SellerId_Day_Sequence",
                table: "Manifests",
                columns: new[] { "SellerId", "Day", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Manifests_SellerId_Number",
                table: "Manifests",
                columns: new[] { "SellerId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ManifestLines");

            migrationBuilder.DropTable(
                name: "Manifests");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_ManifestId",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "ManifestId",
                table: "Shipments");
        }
    }
}
