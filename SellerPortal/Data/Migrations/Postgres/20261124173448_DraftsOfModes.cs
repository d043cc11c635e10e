using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DraftsOfModes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_BookingDrafts",
                table: "BookingDrafts");

            migrationBuilder.AddColumn<bool>(
                name: "IsTest",
                table: "BookingDrafts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddPrimaryKey(
                name: "PK_BookingDrafts",
                table: "BookingDrafts",
                columns: new[] { "UserId", "IsTest" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // There is room for one draft of an account again.
            migrationBuilder.Sql("DELETE FROM \"BookingDrafts\" WHERE \"IsTest\"");

            migrationBuilder.DropPrimaryKey(
                name: "PK_BookingDrafts",
                table: "BookingDrafts");

            migrationBuilder.DropColumn(
                name: "IsTest",
                table: "BookingDrafts");

            migrationBuilder.AddPrimaryKey(
                name: "PK_BookingDrafts",
                table: "BookingDrafts",
                column: "UserId");
        }
    }
}
