using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SellerPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AddOnFees",
                columns: table => new
                {
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    FirstFee = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstUnitRupees = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtraUnitRupees = table.Column<int>(type: "INTEGER", nullable: false),
                    ExtraFee = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddOnFees", x => new { x.EffectiveFrom, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "ArticleNumberRanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Product = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    ContractNumber = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Prefix = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 2, nullable: false),
                    First = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false),
                    Next = table.Column<int>(type: "INTEGER", nullable: false),
                    WarnAt = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleNumberRanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BookingDrafts",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: 32768, nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingDrafts", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeliveryNorms",
                columns: table => new
                {
                    Mode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    FromDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ToDays = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryNorms", x => new { x.Mode, x.Route });
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Next = table.Column<long>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Pincodes",
                columns: table => new
                {
                    Pincode = table.Column<int>(type: "INTEGER", nullable: false),
                    District = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: false),
                    Delivers = table.Column<bool>(type: "INTEGER", nullable: false),
                    MainOffice = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: false),
                    Longitude = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pincodes", x => x.Pincode);
                });

            migrationBuilder.CreateTable(
                name: "PostalAreas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Division = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Circle = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Taluk = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    District = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostalAreas", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostalHolidays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostalHolidays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "PostalPlaces",
                columns: table => new
                {
                    PinPrefix = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsLocalGroup = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsMetro = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsCapital = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostalPlaces", x => x.PinPrefix);
                });

            migrationBuilder.CreateTable(
                name: "Sellers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LegalName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Gstin = table.Column<string>(type: "TEXT", maxLength: 15, nullable: true),
                    Pan = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Udyam = table.Column<string>(type: "TEXT", maxLength: 19, nullable: true),
                    GemSellerId = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Mobile = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    StatusReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    CustomerId = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    ContractNumber = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    RegisteredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    PickupAddress_City = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PickupAddress_Company = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    PickupAddress_Line1 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    PickupAddress_Line2 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    PickupAddress_Line3 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    PickupAddress_Mobile = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    PickupAddress_Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PickupAddress_Pincode = table.Column<int>(type: "INTEGER", nullable: false),
                    PickupAddress_State = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sellers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TariffGaps",
                columns: table => new
                {
                    Product = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TariffGaps", x => new { x.Product, x.From });
                });

            migrationBuilder.CreateTable(
                name: "TariffSettings",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TariffSettings", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "TariffTables",
                columns: table => new
                {
                    Product = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TariffTables", x => new { x.Product, x.EffectiveFrom });
                });

            migrationBuilder.CreateTable(
                name: "TrackingEvents",
                columns: table => new
                {
                    Article = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 13, nullable: false),
                    OccurredAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    OfficePincode = table.Column<int>(type: "INTEGER", nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Reason = table.Column<int>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrackingEvents", x => new { x.Article, x.OccurredAt, x.Code, x.Office });
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RoleId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostOffices",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Pincode = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Delivers = table.Column<bool>(type: "INTEGER", nullable: false),
                    AreaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostOffices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PostOffices_PostalAreas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "PostalAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiKeys_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BookingClaims",
                columns: table => new
                {
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    ClaimedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookingClaims", x => new { x.SellerId, x.Key });
                    table.ForeignKey(
                        name: "FK_BookingClaims_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Shipments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SellerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Article = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 13, nullable: false),
                    Product = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    CustomerId = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ContractNumber = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    BookingOffice = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BookingPincode = table.Column<int>(type: "INTEGER", nullable: false),
                    DeliveryOffice = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BookedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    BookedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpectedFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpectedTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    StatusAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastScan = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LastScanOffice = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    LastScanAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastScanCode = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    LastScanReason = table.Column<int>(type: "INTEGER", nullable: true),
                    TurnedBackAt = table.Column<long>(type: "INTEGER", nullable: true),
                    HandedOverAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LabelPrints = table.Column<int>(type: "INTEGER", nullable: false),
                    LabelPrintedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Consignee_City = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Consignee_Company = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Consignee_Line1 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Consignee_Line2 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    Consignee_Line3 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    Consignee_Mobile = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Consignee_Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Consignee_Pincode = table.Column<int>(type: "INTEGER", nullable: false),
                    Consignee_State = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Consignor_City = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Consignor_Company = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Consignor_Line1 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false),
                    Consignor_Line2 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    Consignor_Line3 = table.Column<string>(type: "TEXT", maxLength: 240, nullable: true),
                    Consignor_Mobile = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Consignor_Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Consignor_Pincode = table.Column<int>(type: "INTEGER", nullable: false),
                    Consignor_State = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Parcel_BreadthMm = table.Column<int>(type: "INTEGER", nullable: true),
                    Parcel_ChargeableGrams = table.Column<int>(type: "INTEGER", nullable: false),
                    Parcel_Contents = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Parcel_DeclaredValueRupees = table.Column<int>(type: "INTEGER", nullable: true),
                    Parcel_HeightMm = table.Column<int>(type: "INTEGER", nullable: true),
                    Parcel_LengthMm = table.Column<int>(type: "INTEGER", nullable: true),
                    Parcel_WeightGrams = table.Column<int>(type: "INTEGER", nullable: false),
                    Price_AddOns = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Price_Base = table.Column<long>(type: "INTEGER", nullable: false),
                    Price_Cgst = table.Column<long>(type: "INTEGER", nullable: false),
                    Price_Igst = table.Column<long>(type: "INTEGER", nullable: false),
                    Price_Sgst = table.Column<long>(type: "INTEGER", nullable: false),
                    Price_Slab = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Price_TariffEffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Price_Taxable = table.Column<long>(type: "INTEGER", nullable: false),
                    Price_Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Price_Zone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    References_EwayBill = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    References_GemContract = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    References_Invoice = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    References_Order = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shipments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Shipments_Sellers_SellerId",
                        column: x => x.SellerId,
                        principalTable: "Sellers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TariffRates",
                columns: table => new
                {
                    Product = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsExtraStep = table.Column<bool>(type: "INTEGER", nullable: false),
                    Grams = table.Column<int>(type: "INTEGER", nullable: false),
                    Price = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TariffRates", x => new { x.Product, x.EffectiveFrom, x.Column, x.IsExtraStep, x.Grams });
                    table.ForeignKey(
                        name: "FK_TariffRates_TariffTables_Product_EffectiveFrom",
                        columns: x => new { x.Product, x.EffectiveFrom },
                        principalTable: "TariffTables",
                        principalColumns: new[] { "Product", "EffectiveFrom" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ShipmentHistory",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShipmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShipmentHistory", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ShipmentHistory_Shipments_ShipmentId",
                        column: x => x.ShipmentId,
                        principalTable: "Shipments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_Prefix",
                table: "ApiKeys",
                column: "Prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_SellerId",
                table: "ApiKeys",
                column: "SellerId");

            migrationBuilder.CreateIndex(
                name: "IX_ArticleNumberRanges_Prefix_First",
                table: "ArticleNumberRanges",
                columns: new[] { "Prefix", "First" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArticleNumberRanges_Product_ContractNumber",
                table: "ArticleNumberRanges",
                columns: new[] { "Product", "ContractNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PostOffices_AreaId",
                table: "PostOffices",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_PostOffices_Pincode",
                table: "PostOffices",
                column: "Pincode");

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

            migrationBuilder.CreateIndex(
                name: "IX_Sellers_Status_RegisteredAt",
                table: "Sellers",
                columns: new[] { "Status", "RegisteredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ShipmentHistory_ShipmentId_At",
                table: "ShipmentHistory",
                columns: new[] { "ShipmentId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_Article",
                table: "Shipments",
                column: "Article",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_SellerId_BookedAt",
                table: "Shipments",
                columns: new[] { "SellerId", "BookedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Shipments_SellerId_Status_BookedAt",
                table: "Shipments",
                columns: new[] { "SellerId", "Status", "BookedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AddOnFees");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "ArticleNumberRanges");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "BookingClaims");

            migrationBuilder.DropTable(
                name: "BookingDrafts");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DeliveryNorms");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "Pincodes");

            migrationBuilder.DropTable(
                name: "PostalHolidays");

            migrationBuilder.DropTable(
                name: "PostalPlaces");

            migrationBuilder.DropTable(
                name: "PostOffices");

            migrationBuilder.DropTable(
                name: "ShipmentHistory");

            migrationBuilder.DropTable(
                name: "TariffGaps");

            migrationBuilder.DropTable(
                name: "TariffRates");

            migrationBuilder.DropTable(
                name: "TariffSettings");

            migrationBuilder.DropTable(
                name: "TrackingEvents");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "PostalAreas");

            migrationBuilder.DropTable(
                name: "Shipments");

            migrationBuilder.DropTable(
                name: "TariffTables");

            migrationBuilder.DropTable(
                name: "Sellers");
        }
    }
}
