using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SellerEntries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BoxPresets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LengthMm = table.Column<int>(type: "INTEGER", nullable: false),
                    BreadthMm = table.Column<int>(type: "INTEGER", nullable: false),
                    HeightMm = table.Column<int>(type: "INTEGER", nullable: false),
                    WeightGrams = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoxPresets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BoxPresets_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PickupLocations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
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
                    table.PrimaryKey("PK_PickupLocations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PickupLocations_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedConsignees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nickname = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NicknameKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 321, nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
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
                    table.PrimaryKey("PK_SavedConsignees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedConsignees_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BoxPresets_SellerId_NameKey",
                table: "BoxPresets",
                columns: new[] { "SellerId", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PickupLocations_SellerId_NameKey",
                table: "PickupLocations",
                columns: new[] { "SellerId", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedConsignees_SellerId_NicknameKey",
                table: "SavedConsignees",
                columns: new[] { "SellerId", "NicknameKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BoxPresets");

            migrationBuilder.DropTable(
                name: "PickupLocations");

            migrationBuilder.DropTable(
                name: "SavedConsignees");
        }
    }
}
