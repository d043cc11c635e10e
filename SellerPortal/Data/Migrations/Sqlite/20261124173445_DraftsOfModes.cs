using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DraftsOfModes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand, because EF makes a table with another key anew outside of a transaction: a kill in the middle would
            // leave a column that the next start cannot add again.
            migrationBuilder.Sql("""
                CREATE TABLE "BookingDraftsOfModes" (
                    "UserId" TEXT NOT NULL,
                    "IsTest" INTEGER NOT NULL,
                    "Json" TEXT NOT NULL,
                    "Key" TEXT NOT NULL,
                    "SavedAt" INTEGER NOT NULL,
                    CONSTRAINT "PK_BookingDrafts" PRIMARY KEY ("UserId", "IsTest")
                );
                INSERT INTO "BookingDraftsOfModes" ("UserId", "IsTest", "Json", "Key", "SavedAt")
                SELECT "UserId", 0, "Json", "Key", "SavedAt" FROM "BookingDrafts";
                DROP TABLE "BookingDrafts";
                ALTER TABLE "BookingDraftsOfModes" RENAME TO "BookingDrafts";
                """);
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
