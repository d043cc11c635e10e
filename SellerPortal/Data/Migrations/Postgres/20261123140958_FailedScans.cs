using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FailedScans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_TrackingEvents_OccurredAt_Article_Reason",
                table: "TrackingEvents",
                columns: new[] { "OccurredAt", "Article", "Reason" },
                filter: "\"Code\" = 'ITEM_NONDELIVER'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TrackingEvents_OccurredAt_Article_Reason",
                table: "TrackingEvents");
        }
    }
}
