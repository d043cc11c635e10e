using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TestPartners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sellers_GemSellerId_IsTest",
                table: "Sellers");

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_GemSellerId",
                table: "Sellers",
                column: "GemSellerId",
                unique: true,
                filter: "NOT \"IsTest\"");

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_PartnerId_GemSellerId",
                table: "Sellers",
                columns: new[] { "PartnerId", "GemSellerId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sellers_GemSellerId",
                table: "Sellers");

            migrationBuilder.DropIndex(
                name: "IX_Sellers_PartnerId_GemSellerId",
                table: "Sellers");

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_GemSellerId_IsTest",
                table: "Sellers",
                columns: new[] { "GemSellerId", "IsTest" },
                unique: true);
        }
    }
}
