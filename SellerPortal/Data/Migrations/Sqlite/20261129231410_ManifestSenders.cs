using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ManifestSenders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ManifestLines_ShipmentId",
                table: "ManifestLines");

            migrationBuilder.CreateTable(
                name: "ManifestSenders",
                columns: table => new
                {
                    ManifestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    ContractNumber = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Address_City = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Address_Company = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Address_Line1 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Address_Line2 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    Address_Line3 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    Address_Mobile = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Address_Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Address_Pincode = table.Column<int>(type: "INTEGER", nullable: false),
                    Address_State = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ManifestSenders", x => x.ManifestId);
                    table.ForeignKey(
                        name: "FK_ManifestSenders_Manifests_ManifestId",
                        column: x => x.ManifestId,
                        principalTable: "Manifests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ManifestLines_ShipmentId_ManifestId",
                table: "ManifestLines",
                columns: new[] { "ShipmentId", "ManifestId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ManifestSenders");

            migrationBuilder.DropIndex(
                name: "IX_ManifestLines_ShipmentId_ManifestId",
                table: "ManifestLines");

            migrationBuilder.CreateIndex(
                name: "IX_ManifestLines_ShipmentId",
                table: "ManifestLines",
                column: "ShipmentId",
                unique: true);
        }
    }
}
