#pragma warning disable EF1002 // The figures write their own numbers into the SQL.
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Data.Search;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Shipments;
using SellerPortal.Platform;

namespace Benchmarks;

/// <summary>
/// How long the list of shipments, its tiles and its search take among 1,000,000 shipments: for a seller who has 900,000
/// of them, for one who has a thousand, and for an admin who sees all.
/// </summary>
internal static class ListFigures
{
    private const int Shipments = 1_000_000;
    private const int Runs = 20;
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] Posts = ["Executive Engineer", "Principal", "Medical Superintendent", "District Collector", "Commandant", "Registrar", "Station Director", "Block Officer"];
    private static readonly string[] Bodies = ["PWD", "Kendriya Vidyalaya", "District Hospital", "Zilla Parishad", "CRPF Camp", "Municipal Corporation", "Doordarshan Kendra", "Panchayat Office"];
    private static readonly string[] Towns = ["Raipur", "Bhopal", "Nagpur", "Kochi", "Guwahati", "Jaipur", "Patna", "Madurai", "Shimla", "Cuttack"];

    /// <param name="postgres">A connection string of a database to fill, or null for a SQLite file in the temporary folder.</param>
    /// <param name="file">The SQLite file to keep from run to run; null for a new one.</param>
    public static async Task PrintAsync(string? postgres, string? file)
    {
        file ??= Path.Combine(Directory.CreateTempSubdirectory("list-figures-").FullName, "portal.db");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = postgres is null ? "Sqlite" : "Postgres",
            ["ConnectionStrings:Portal"] = postgres ?? $"Data Source={file}",
        }).Build();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new At(Now))
            .AddPortalData(configuration, Path.GetDirectoryName(file)!)
            .BuildServiceProvider();
        var factory = services.GetRequiredService<IDbContextFactory<PortalDbContext>>();
        await using var database = await factory.CreateDbContextAsync();
        database.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await database.Database.MigrateAsync();
        if (!await database.Shipments.AnyAsync()) await FillAsync(database, postgres is null);
        if (!await database.BulkJobs.AnyAsync()) await FillSheetsAsync(database, postgres is null);
        await MeasureAsync(factory, database);
    }

    /// <summary>The big seller's shipments came from sheets of 10,000 rows, as many as they fill.</summary>
    private static async Task FillSheetsAsync(PortalDbContext database, bool sqlite)
    {
        var watch = Stopwatch.StartNew();
        var seller = await database.Sellers.OrderBy(seller => seller.GemSellerId).Select(seller => seller.Id).FirstAsync();
        var writer = (SellerPortal.Data.Bulk.IBulkWriter)(sqlite ? new SellerPortal.Data.Bulk.SqliteBulkWriter() : new SellerPortal.Data.Bulk.PostgresBulkWriter());
        var ids = await database.Shipments.Where(shipment => shipment.SellerId == seller).OrderBy(shipment => shipment.BookedAt).Select(shipment => shipment.Id).ToListAsync();
        var cells = new Dictionary<SheetColumn, SheetCell>
        {
            [SheetColumn.Name] = new("Executive Engineer, PWD"),
            [SheetColumn.Line1] = new("Division 2, Civil Lines, near Collectorate"),
            [SheetColumn.Pincode] = new("492001"),
            [SheetColumn.Contents] = new("LED street lights"),
        };
        foreach (var part in ids.Chunk(Sheet.MostRows))
        {
            var job = BulkJob.Upload(Guid.CreateVersion7(), seller, Guid.CreateVersion7(), "parcels.xlsx", new string('a', 64), earlier: null, Now);
            var rows = part.Select((_, i) => BulkRow.Of(job.Id, i + 2, new CheckedRow { Cells = cells, Faults = [] })).ToList();
            await writer.InsertAsync(database, [job], CancellationToken.None);
            await writer.InsertAsync(database, rows, CancellationToken.None);
            await writer.InsertAsync(database, part.Select((id, i) => BookingClaim.Of(seller, rows[i].Key, id, new string('b', 64), Now)), CancellationToken.None);
        }

        if (!sqlite) await database.Database.ExecuteSqlRawAsync("ANALYZE \"BookingClaims\", \"BulkRows\", \"BulkJobs\"");
        Say(watch, "sheets written");
    }

    private static async Task FillAsync(PortalDbContext database, bool sqlite)
    {
        var watch = Stopwatch.StartNew();
        var big = await AddSellerAsync(database, 1);
        var small = await AddSellerAsync(database, 2);
        var others = new List<SellerId>();
        for (var i = 3; i < 103; i++) others.Add(await AddSellerAsync(database, i));

        // The triggers are taken off for the filling and the table is filled in one go, as a migration does.
        if (sqlite)
        {
            await database.Database.ExecuteSqlRawAsync("DROP TRIGGER \"Shipments_search_insert\"");
        }
        else
        {
            await database.Database.ExecuteSqlRawAsync("ALTER TABLE \"Shipments\" DISABLE TRIGGER \"Shipments_search\"");
        }

        var writer = (SellerPortal.Data.Bulk.IBulkWriter)(sqlite ? new SellerPortal.Data.Bulk.SqliteBulkWriter() : new SellerPortal.Data.Bulk.PostgresBulkWriter());
        for (var first = 0; first < Shipments; first += 50_000)
        {
            await writer.InsertAsync(database, Enumerable.Range(first, 50_000).Select(i => NewShipment(i, (i % 1_000) switch { 0 => small, < 100 => others[i % others.Count], _ => big })), CancellationToken.None);
        }

        Say(watch, "shipments written");
        await GiveStatesAsync(database, sqlite);
        Say(watch, "states given");
        foreach (var step in ShipmentSearchSchema.Steps(sqlite)) await database.Database.ExecuteSqlRawAsync(step.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        Say(watch, "search filled");
        if (!sqlite)
        {
            await database.Database.ExecuteSqlRawAsync("ALTER TABLE \"Shipments\" ENABLE TRIGGER \"Shipments_search\"");
            await database.Database.ExecuteSqlRawAsync("VACUUM ANALYZE \"Shipments\"");
            await database.Database.ExecuteSqlRawAsync("VACUUM ANALYZE \"ShipmentSearch\"");
            Say(watch, "vacuumed");
        }
    }

    /// <summary>The newest 60,000 are on their way; of the rest, 96 in 100 are delivered.</summary>
    private static async Task GiveStatesAsync(PortalDbContext database, bool sqlite)
    {
        var booked = sqlite ? "\"BookedAt\" + 4 * 86400000000" : "\"BookedAt\" + interval '4 days'";
        var seconds = sqlite ? "(\"BookedAt\" / 900000)" : "(extract(epoch from \"BookedAt\") * 1000000 / 900000)::bigint";
        var recent = sqlite ? ((Now.AddDays(-1).UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10).ToString(CultureInfo.InvariantCulture) : "timestamptz '2026-11-23 06:00:00+00'";
        var week = sqlite ? ((Now.AddDays(-7).UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / 10).ToString(CultureInfo.InvariantCulture) : "timestamptz '2026-11-17 06:00:00+00'";
        await database.Database.ExecuteSqlRawAsync($"""
            UPDATE "Shipments" SET "LabelPrints" = 1, "LastScanAt" = {booked}, "StatusAt" = {booked}, "LastScan" = 'Item received', "LastScanCode" = 'ITEM_RECEIVE', "LastScanOffice" = 'Nagpur NSH',
            "Status" = CASE WHEN "BookedAt" >= {week} THEN (CASE {seconds} % 20 WHEN 0 THEN 'OutForDelivery' WHEN 1 THEN 'AttemptFailed' ELSE 'InTransit' END)
                            ELSE (CASE {seconds} % 50 WHEN 0 THEN 'Returned' WHEN 1 THEN 'Cancelled' ELSE 'Delivered' END) END
            WHERE "BookedAt" < {recent}
            """);
        await database.Database.ExecuteSqlRawAsync($"""UPDATE "Shipments" SET "LabelPrints" = 1 WHERE "BookedAt" >= {recent} AND {seconds} % 2 = 0""");
    }

    private static async Task MeasureAsync(IDbContextFactory<PortalDbContext> factory, PortalDbContext database)
    {
        var sellers = await database.Sellers.OrderBy(seller => seller.GemSellerId).Select(seller => seller.Id).Take(2).ToListAsync();
        var old = await database.Shipments.Where(shipment => shipment.SellerId == sellers[0]).OrderBy(shipment => shipment.BookedAt).Skip(500).FirstAsync();
        var sheet = await database.BulkJobs.OrderBy(job => job.Id).Skip(45).Select(job => job.Id).FirstAsync();
        var lastRows = await database.BulkRows.Where(row => row.JobId == sheet).OrderBy(row => row.Number).Skip(9_949)
            .Join(database.BookingClaims, row => row.Key, claim => claim.Key, (_, claim) => claim.ShipmentId).FirstAsync();
        var list = new ListShipments(factory, new At(Now));
        foreach (var (who, actor) in new[]
        {
            ("900,000", ActorOf(sellers[0], Roles.Seller)), ("1,000", ActorOf(sellers[1], Roles.Seller)), ("admin", ActorOf(null, Roles.Admin)),
        })
        {
            Console.WriteLine($"-- {who}");
            await TimeAsync("tile counts", async () => (await list.CountAsync(actor, null, default)).Values.Sum());
            await TimeAsync("first page", () => PageAsync(list, actor, ""));
            await TimeAsync("deep page (one year down)", () => PageAsync(list, actor, $"?at={new ListPlace(Now.AddDays(-300), Guid.Empty)}"));
            foreach (var tile in Enum.GetValues<ShipmentTile>()) await TimeAsync($"tile {tile}", () => PageAsync(list, actor, $"?tile={tile}"));
            foreach (var status in Enum.GetValues<ShipmentStatus>())
            {
                await TimeAsync($"status {status}", () => PageAsync(list, actor, $"?status={status}"));
                await TimeAsync($"status {status}, last page", () => PageAsync(list, actor, $"?status={status}&at={new ListPlace(Now.AddDays(-729.9), Guid.Empty)}"));
            }

            await TimeAsync("tile Delivered, last page", () => PageAsync(list, actor, $"?tile=Delivered&at={new ListPlace(Now.AddDays(-29.999), Guid.Empty)}"));
            await TimeAsync("pincode", () => PageAsync(list, actor, $"?pincode={old.Consignee.Pincode}"));
            await TimeAsync("product, one in 50", () => PageAsync(list, actor, "?product=SP_DOC"));
            await TimeAsync("product that nobody booked", () => PageAsync(list, actor, "?product=IPP_RETAIL"));
            await TimeAsync("tile and rare product", () => PageAsync(list, actor, "?tile=NeedsYou&product=SP_DOC"));
            await TimeAsync("one day", () => PageAsync(list, actor, "?from=2026-08-01&to=2026-08-01"));
            await TimeAsync("whole article number", async () => await list.ByArticleAsync(actor, old.Article, default) is null ? 0 : 1);
            await TimeAsync("article, first 6", () => PageAsync(list, actor, $"?q={old.Article[..6]}"));
            await TimeAsync("article, first 10", () => PageAsync(list, actor, $"?q={old.Article[..10]}"));
            await TimeAsync("mobile", () => PageAsync(list, actor, $"?q={old.Consignee.Mobile}"));
            await TimeAsync("order", () => PageAsync(list, actor, $"?q={old.References.Order}"));
            await TimeAsync("order, as a condition", () => PageAsync(list, actor, $"?order={old.References.Order}"));
            await TimeAsync("sheet, first page", () => PageAsync(list, actor, $"?sheet={sheet}"));
            await TimeAsync("sheet, last page", () => PageAsync(list, actor, $"?sheet={sheet}&at={new ListPlace(DateTimeOffset.UnixEpoch, lastRows.Value)}"));
            await TimeAsync("sheet, tile", () => PageAsync(list, actor, $"?sheet={sheet}&tile=Delivered"));
            await TimeAsync("sheet, name", () => PageAsync(list, actor, $"?sheet={sheet}&q=executive"));
            await TimeAsync("sheet, name that nobody has", () => PageAsync(list, actor, $"?sheet={sheet}&q=zamindar"));
            await TimeAsync("sheet, tile counts", async () => (await list.CountAsync(actor, sheet, default)).Values.Sum());
            await TimeAsync("common name", () => PageAsync(list, actor, "?q=executive"));
            await TimeAsync("common name in a tile", () => PageAsync(list, actor, "?q=executive&tile=NeedsYou"));
            await TimeAsync("rare name", () => PageAsync(list, actor, $"?q={Uri.EscapeDataString(old.Consignee.Name)}"));
            await TimeAsync("name that nobody has", () => PageAsync(list, actor, "?q=zamindar"));
        }
    }

    private static async Task<int> PageAsync(ListShipments list, Actor actor, string query) => (await list.ExecuteAsync(actor, ShipmentFilter.Parse(query), default)).Rows.Count;

    private static async Task TimeAsync(string what, Func<Task<int>> act)
    {
        var first = Stopwatch.GetTimestamp();
        var count = await act();
        var cold = Stopwatch.GetElapsedTime(first);
        var runs = cold.TotalSeconds > 2 ? 3 : Runs;
        var times = new List<double>(runs);
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await act();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-28} {count,8} rows  p50 {times[times.Count / 2],8:N1} ms  p95 {times[(int)(0.95 * (times.Count - 1))],8:N1} ms  first {cold.TotalMilliseconds,8:N1} ms"));
    }

    private static Actor ActorOf(SellerId? seller, string role) => new() { UserId = Guid.CreateVersion7(), SellerId = seller, Roles = new HashSet<string> { role } };

    private static async Task<SellerId> AddSellerAsync(PortalDbContext database, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{number:D4}");
        var seller = Seller.Register(SellerId.New(Now), new SellerRegistration($"Seller {name}", null, "AAPFU0939F", null, $"GEM{name}", $"{name}@example.in", "9826012345", Address("Seller", "482001", 0)), Now);
        seller.Approve($"100000{name}", contractNumber: null, Now);
        database.Sellers.Add(seller);
        await database.SaveChangesAsync();
        return seller.Id;
    }

    private static PostalAddress Address(string name, string pincode, int i) => new()
    {
        Name = name,
        Line1 = "Division 2, Civil Lines",
        City = Towns[i % Towns.Length],
        State = "Chhattisgarh",
        Pincode = Pincode.TryParse(pincode, out var parsed) ? parsed : throw new ArgumentException(pincode, nameof(pincode)),
        Mobile = (9_000_000_000L + (i * 7919L % 900_000_000L)).ToString("D10", CultureInfo.InvariantCulture),
    };

    private static Shipment NewShipment(int i, SellerId seller)
    {
        // Two years, denser towards the present.
        var share = i / (double)Shipments;
        var at = Now.AddDays(-730 * (1 - Math.Sqrt(share))).AddTicks(-(Now.Ticks % 10));
        at = new DateTimeOffset(at.Ticks - (at.Ticks % 10), TimeSpan.Zero);
        var rare = string.Create(CultureInfo.InvariantCulture, $"{Posts[i * 31 % 8]} {(i % 5_000) + 1}, {Bodies[i * 17 % 8]} {Towns[i * 13 % 10]}");
        var pincode = (110_000 + (i * 7_907L % 19_000) * 37 + 1).ToString(CultureInfo.InvariantCulture);
        return Shipment.Book(ShipmentId.New(at), new NewShipment
        {
            SellerId = seller,
            Article = ArticleNumber.Of("EE", i).ToString(),
            Product = i % 50 == 7 ? ProductCode.SpeedPostDocument : i % 3 == 0 ? ProductCode.BusinessParcel : ProductCode.SpeedPostParcel,
            Consignor = Address("Acme Traders", "482001", 0),
            Consignee = Address(rare, pincode, i) with { Company = i % 3 == 0 ? Bodies[i % 8] : null },
            Parcel = new Parcel { WeightGrams = 1_250, ChargeableGrams = 1_440, Contents = "Brass fittings" },
            Price = new BookedPrice
            {
                Base = Money.FromRupees(229),
                Taxable = Money.FromRupees(229),
                Cgst = Money.Zero,
                Sgst = Money.Zero,
                Igst = Money.FromRupees(41),
                Total = Money.FromRupees(270),
                AddOns = "",
                Slab = "1001-1500 g",
                Zone = "Other States",
                TariffEffectiveFrom = new DateOnly(2026, 8, 1),
            },
            References = new OrderReferences
            {
                GemContract = string.Create(CultureInfo.InvariantCulture, $"GEMC-5116877{i:D8}"),
                Order = string.Create(CultureInfo.InvariantCulture, $"ORD-{i * 7L:D8}"),
                Invoice = string.Create(CultureInfo.InvariantCulture, $"ACM/26-27/{i:D7}"),
            },
            CustomerId = "1000000001",
            BookingOffice = "Jabalpur HO",
            BookingPincode = Pincode.FromNumber(482001),
            DeliveryOffice = "Raipur HO",
            BookedBy = Guid.Empty,
        }, at);
    }

    private static void Say(Stopwatch watch, string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:N0} s  {what}"));

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
