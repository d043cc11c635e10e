using System;
using Microsoft.EntityFrameworkCore.Migrations;
using SellerPortal.Data.Search;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ShipmentList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Tile",
                table: "Shipments",
                type: "integer",
                nullable: true,
                computedColumnSql: "CASE \"Status\"\nWHEN 'Booked' THEN CASE WHEN \"LastScanAt\" IS NOT NULL THEN 2 WHEN \"LabelPrints\" > 0 THEN 1 ELSE 0 END\nWHEN 'InTransit' THEN 2 WHEN 'OnHold' THEN 2 WHEN 'Redirected' THEN 2 WHEN 'Returning' THEN 2\nWHEN 'OutForDelivery' THEN 3 WHEN 'AttemptFailed' THEN 4 WHEN 'Delivered' THEN 5 END",
                stored: true);

            migrationBuilder.CreateTable(
                name: "ListColumns",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Columns = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListColumns", x => x.UserId);
                    table.ForeignKey(
                        name: "FK_ListColumns_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Columns = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShipmentSearch",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ShipmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    SellerId = table.Column<Guid>(type: "uuid", nullable: false),
                    BookedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Product = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Pincode = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShipmentSearch", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_SellerId_Tile_BookedAt_Id_Product",
                table: "Shipments",
                columns: new[] { "SellerId", "Tile", "BookedAt", "Id", "Product" });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_SellerId_Tile_StatusAt_Id",
                table: "Shipments",
                columns: new[] { "SellerId", "Tile", "StatusAt", "Id" },
                filter: "\"Tile\" = 5");

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_Tile_BookedAt_Id_Product",
                table: "Shipments",
                columns: new[] { "Tile", "BookedAt", "Id", "Product" });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_Tile_StatusAt_Id",
                table: "Shipments",
                columns: new[] { "Tile", "StatusAt", "Id" },
                filter: "\"Tile\" = 5");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_UserId_Name",
                table: "SavedViews",
                columns: new[] { "UserId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentSearch_BookedAt_ShipmentId",
                table: "ShipmentSearch",
                columns: new[] { "BookedAt", "ShipmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentSearch_Pincode_BookedAt_ShipmentId",
                table: "ShipmentSearch",
                columns: new[] { "Pincode", "BookedAt", "ShipmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentSearch_Product_BookedAt_ShipmentId",
                table: "ShipmentSearch",
                columns: new[] { "Product", "BookedAt", "ShipmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentSearch_SellerId_BookedAt_ShipmentId",
                table: "ShipmentSearch",
                columns: new[] { "SellerId", "BookedAt", "ShipmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentSearch_SellerId_Pincode_BookedAt_ShipmentId",
                table: "ShipmentSearch",
                columns: new[] { "SellerId", "Pincode", "BookedAt", "ShipmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentSearch_SellerId_Product_BookedAt_ShipmentId",
                table: "ShipmentSearch",
                columns: new[] { "SellerId", "Product", "BookedAt", "ShipmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentSearch_ShipmentId",
                table: "ShipmentSearch",
                column: "ShipmentId",
                unique: true);

            migrationBuilder.CreateShipmentSearch();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropShipmentSearch();

            migrationBuilder.DropTable(
                name: "ListColumns");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "ShipmentSearch");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_SellerId_Tile_BookedAt_Id_Product",
                table: "Shipments");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_SellerId_Tile_StatusAt_Id",
                table: "Shipments");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_Tile_BookedAt_Id_Product",
                table: "Shipments");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_Tile_StatusAt_Id",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "Tile",
                table: "Shipments");
        }
    }
}
