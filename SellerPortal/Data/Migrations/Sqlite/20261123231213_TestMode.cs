using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TestMode : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sellers_ContractNumber",
                table: "Sellers");

            migrationBuilder.DropIndex(
                name: "IX_Sellers_CustomerId",
                table: "Sellers");

            migrationBuilder.DropIndex(
                name: "IX_Sellers_GemSellerId",
                table: "Sellers");

            migrationBuilder.AddColumn<bool>(
                name: "IsTest",
                table: "Sellers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsTest",
                table: "Pickups",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsTest",
                table: "Manifests",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_ContractNumber",
                table: "Sellers",
                column: "ContractNumber",
                unique: true,
                filter: "NOT \"IsTest\"");

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_CustomerId",
                table: "Sellers",
                column: "CustomerId",
                unique: true,
                filter: "NOT \"IsTest\"");

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_GemSellerId_IsTest",
                table: "Sellers",
                columns: new[] { "GemSellerId", "IsTest" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sellers_ContractNumber",
                table: "Sellers");

            migrationBuilder.DropIndex(
                name: "IX_Sellers_CustomerId",
                table: "Sellers");

            migrationBuilder.DropIndex(
                name: "IX_Sellers_GemSellerId_IsTest",
                table: "Sellers");

            migrationBuilder.DropColumn(
                name: "IsTest",
                table: "Sellers");

            migrationBuilder.DropColumn(
                name: "IsTest",
                table: "Pickups");

            migrationBuilder.DropColumn(
                name: "IsTest",
                table: "Manifests");

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_ContractNumber",
                table: "Sellers",
                column: "ContractNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_CustomerId",
                table: "Sellers",
                column: "CustomerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_GemSellerId",
                table: "Sellers",
                column: "GemSellerId",
                unique: true);
        }
    }
}
