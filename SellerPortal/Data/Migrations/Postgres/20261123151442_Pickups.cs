using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Pickups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PickupId",
                table: "Shipments",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PickupPlaces",
                columns: table => new
                {
                    OfficePincode = table.Column<int>(type: "integer", nullable: false),
                    Office = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Slot = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Taken = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PickupPlaces", x => new { x.OfficePincode, x.Office, x.Day, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "PickupRepeats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SellerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Weekdays = table.Column<int>(type: "integer", nullable: false),
                    Slot = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    StateAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    LastRefusal = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PickupRepeats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PickupRepeats_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pickups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SellerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    RepeatId = table.Column<Guid>(type: "uuid", nullable: true),
                    RepeatDay = table.Column<DateOnly>(type: "date", nullable: true),
                    Office = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    OfficePincode = table.Column<int>(type: "integer", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Slot = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    StateAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Parcels = table.Column<int>(type: "integer", nullable: false),
                    StepCount = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Address_City = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Address_Company = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Address_Line1 = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    Address_Line2 = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    Address_Line3 = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: true),
                    Address_Mobile = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Address_Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Address_Pincode = table.Column<int>(type: "integer", nullable: false),
                    Address_State = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pickups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pickups_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PickupSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PickupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Slot = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Failure = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PickupSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PickupSteps_Pickups_PickupId",
                        column: x => x.PickupId,
                        principalTable: "Pickups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_PickupId",
                table: "Shipments",
                column: "PickupId",
                filter: "\"PickupId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PickupRepeats_SellerId_State",
                table: "PickupRepeats",
                columns: new[] { "SellerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PickupRepeats_State_Slot",
                table: "PickupRepeats",
                columns: new[] { "State", "Slot" });

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_RepeatId_RepeatDay",
                table: "Pickups",
                columns: new[] { "RepeatId", "RepeatDay" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_SellerId_Key",
                table: "Pickups",
                columns: new[] { "SellerId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_SellerId_State_Day",
                table: "Pickups",
                columns: new[] { "SellerId", "State", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_State_Day",
                table: "Pickups",
                columns: new[] { "State", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_PickupSteps_PickupId_Sequence",
                table: "PickupSteps",
                columns: new[] { "PickupId", "Sequence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PickupPlaces");

            migrationBuilder.DropTable(
                name: "PickupRepeats");

            migrationBuilder.DropTable(
                name: "PickupSteps");

            migrationBuilder.DropTable(
                name: "Pickups");

            migrationBuilder.DropIndex(
                name: "IX_Shipments_PickupId",
                table: "Shipments");

            migrationBuilder.DropColumn(
                name: "PickupId",
                table: "Shipments");
        }
    }
}
