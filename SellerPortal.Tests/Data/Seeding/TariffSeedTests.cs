using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerPortal.Data.Seeding;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data.Seeding;

public sealed class TariffSeedTests : IDisposable
{
    private const string Retail = "speed-post-parcel-retail.2026-08-01.csv";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-tariffs-");

    public TariffSeedTests()
    {
        foreach (var file in Directory.EnumerateFiles(TariffFiles.ShippedFolder)) File.Copy(file, PathOf(Path.GetFileName(file)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, EachDatabase]
    public async Task Seed_ShippedFilesTwice_LoadsTheSameBook(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var seed = new TariffSeed(new TariffFiles(TariffFiles.ShippedFolder), databases.Source, BulkWriters.Of(kind));
        await using (var database = databases.CreateDbContext())
        {
            await seed.SeedAsync(database, Token);
            await seed.SeedAsync(database, Token);
            Assert.Equal(4, await database.Set<TariffTableRow>().CountAsync(Token));
        }

        var snapshot = new Snapshot<TariffBook>();
        await new TariffLoader(databases, snapshot, Options.Create(new PostalHolidays())).LoadAsync(Token);
        foreach (var product in Products.All)
        {
            Assert.Equal(Cells(RealTariffs.Book, product), Cells(snapshot.Value, product));
        }

        Assert.Equal(RealTariffs.Book.Gaps.OrderBy(gap => gap.Product), snapshot.Value.Gaps.OrderBy(gap => gap.Product));
        Assert.Equal(RealTariffs.Book.Settings, snapshot.Value.Settings);
        Assert.Equal(RealTariffs.Book.AddOnFeeRows.OrderBy(row => row.Code), snapshot.Value.AddOnFeeRows.OrderBy(row => row.Code));
        Assert.Equal(27_000, TariffCalculator.QuoteAll(snapshot.Value, RealTariffs.Parcel(1440)).Find(ProductCode.SpeedPostParcel)!.TotalPaise);
    }

    [Theory]
    [InlineData(Retail, "500,28.00,", "500,28.005,", "line 2", "'28.005' is no amount")]
    [InlineData(Retail, "500,28.00,", "500,-28.00,", "line 2", "'-28.00' is no amount")]
    [InlineData(Retail, "500,28.00,", "500,,", "line 2", "local is empty")]
    [InlineData(Retail, "500,28.00,", "half,28.00,", "line 2", "'half' is no number of grams")]
    [InlineData(Retail, "1000,48.00,", "500,48.00,", Retail, "has 2 prices for 500 g, local")]
    [InlineData(Retail, "500,28.00,", "500,", "line 2", "")]
    [InlineData(Retail, "zone_metro", "zone_metros", Retail, "'zone_metros' is no zone")]
    [InlineData("speed-post-document.2025-10-01.csv", "501_1000_km", "502_1000_km", "speed-post-document.2025-10-01.csv", "gap before the distance slab 502_1000_km")]
    [InlineData("tables.csv", "SP_PARCEL,", "SP_PARCELS,", "tables.csv, line 4", "'SP_PARCELS' is no product")]
    [InlineData("tables.csv", Retail, "speed-post-parcel-retail.csv", "speed-post-parcel-retail.csv", "the day from which")]
    [InlineData("tables.csv", Retail, "other.2026-08-01.csv", "other.2026-08-01.csv", "is missing")]
    [InlineData("add-on-fees.2025-10-01.csv", "REG,", "RGE,", "", "the add-on RGE is unknown")]
    [InlineData("add-on-fees.2025-10-01.csv", "OTP-based delivery,flat", "OTP-based delivery,round", "line 3", "'round' is neither flat nor slab")]
    [InlineData("places.csv", "110,Delhi", "1100011,Delhi", "line 2", "pin_prefix is longer than 6")]
    [InlineData("places.csv", "462,Bhopal", "1100,Bhopal", "", "110 and 1100 overlap")]
    [InlineData("not-published.csv", "2024-12-16", "16.12.2024", "line 2", "is no day such as")]
    [InlineData("delivery-norms.csv", "Air,Local", "Sea,Local", "line 2", "'Sea' is none of Air, Surface")]
    [InlineData("settings.csv", "gst_percent,18", "gst_percent,lots", "", "gst_percent is 'lots'")]
    [InlineData("settings.csv", "sac,996812\n", "", "", "the setting sac is missing")]
    public void Read_BrokenFile_SaysFileLineAndFault(string file, string right, string wrong, string place, string fault)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(right, wrong, StringComparison.Ordinal));
        var error = Assert.Throws<StartupException>(() => new TariffFiles(_folder.FullName).Read());
        Assert.Contains(_folder.FullName, error.Message, StringComparison.Ordinal);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(fault, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Read_MissingFile_SaysWhich()
    {
        File.Delete(PathOf("places.csv"));
        var error = Assert.Throws<StartupException>(() => new TariffFiles(_folder.FullName).Read());
        Assert.Contains("places.csv is missing", error.Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Load_HolidayOfTheSettings_MovesTheDelivery(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using (var database = databases.CreateDbContext())
        {
            await new TariffSeed(new TariffFiles(TariffFiles.ShippedFolder), databases.Source, BulkWriters.Of(kind)).SeedAsync(database, Token);
        }

        var holiday = new PostalHoliday { Day = new DateOnly(2026, 11, 24), Name = "Guru Nanak's birthday", NameHi = "गुरु नानक जयंती" };
        Assert.Equal(new DateOnly(2026, 11, 27), await FirstDayAsync([]));
        Assert.Equal(new DateOnly(2026, 11, 28), await FirstDayAsync([holiday]));

        async Task<DateOnly> FirstDayAsync(IReadOnlyList<PostalHoliday> holidays)
        {
            var snapshot = new Snapshot<TariffBook>();
            await new TariffLoader(databases, snapshot, Options.Create(new PostalHolidays { Days = holidays })).LoadAsync(Token);
            return TariffCalculator.QuoteAll(snapshot.Value, RealTariffs.Parcel(500)).Find(ProductCode.SpeedPostParcel)!.Delivery!.From;
        }
    }

    private static List<string> Cells(TariffBook book, ProductCode product) =>
    [
        .. book.TablesOf(product).SelectMany(table => table.SlabEnds.Append(table.SlabEnds[^1] + table.StepGrams).SelectMany(grams => table.Columns.Select((column, i) =>
            table.TryPrice(grams, i, out var price) ? $"{table.EffectiveFrom:O} {table.Source} {grams} {column.Code} {price}" : ""))),
    ];

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);
}
