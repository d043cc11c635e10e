using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgentMobile",
                table: "Pickups",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AgentName",
                table: "Pickups",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PickupAgents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Office = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    OfficePincode = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Mobile = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    LeftAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
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
