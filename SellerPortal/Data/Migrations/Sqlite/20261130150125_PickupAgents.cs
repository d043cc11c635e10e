using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PickupAgents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AgentId",
                table: "Pickups",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgentMobile",
                table: "Pickups",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgentName",
                table: "Pickups",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PickupAgents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OfficePincode = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Mobile = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PickupAgents", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Pickups_AgentId_State_Day",
                table: "Pickups",
                columns: new[] { "AgentId", "State", "Day" },
                filter: "\"AgentId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PickupAgents_OfficePincode_Office_Mobile",
                table: "PickupAgents",
                columns: new[] { "OfficePincode", "Office", "Mobile" },
                unique: true,
                filter: "\"LeftAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PickupAgents");

            migrationBuilder.DropIndex(
                name: "IX_Pickups_AgentId_State_Day",
                table: "Pickups");

            migrationBuilder.DropColumn(
                name: "AgentId",
                table: "Pickups");

            migrationBuilder.DropColumn(
                name: "AgentMobile",
                table: "Pickups");

            migrationBuilder.DropColumn(
                name: "AgentName",
                table: "Pickups");
        }
    }
}
