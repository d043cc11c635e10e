using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Data.Labels;
using SellerPortal.Data.Seeding;
using SellerPortal.Data.Start;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Work;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Features.BulkBooking.Checking;
using SellerPortal.Features.BulkBooking.Sheets;
using SellerPortal.Features.Labels;

namespace Benchmarks;

/// <summary>
/// How long a full sheet takes from its upload to its last booked row, once in a process just started as CSV and once
/// more as XLSX, then how long the file of its labels takes from the order until it is ready, and the most memory the
/// process ever held.
/// </summary>
internal static class BulkFigures
{
    private const int Rows = Sheet.MostRows;

    /// <param name="postgres">A connection string, or null for a SQLite file in the temporary folder.</param>
    public static async Task PrintAsync(string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("bulk-figures-").FullName;
        await using var services = Services(postgres, Path.Combine(folder, "portal.db"));
        await services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        var actor = await AddSellerAsync(services);
        Console.WriteLine(Line($"before: {PeakMegabytes():N0} MB at most"));
        await RunAsync(services, actor, "first.csv", Csv("A"));
        await RunAsync(services, actor, "second.xlsx", Xlsx("B"));
        await RunAsync(services, actor, "half-wrong.xlsx", Xlsx("C", wrong: true));
    }

    private static async Task RunAsync(ServiceProvider services, Actor actor, string name, byte[] file)
    {
        using var scope = services.CreateScope();
        var watch = Stopwatch.StartNew();
        var upload = await scope.ServiceProvider.GetRequiredService<UploadSheet>().ExecuteAsync(actor, Guid.CreateVersion7(), name, file, CancellationToken.None);
        var id = ((UploadResult.Taken)upload).JobId;
        await WorkAsync(scope.ServiceProvider, CheckSheet.WorkKind, id);
        var read = scope.ServiceProvider.GetRequiredService<ReadJobs>();
        await read.RowsAsync(actor, id, RowFilter.Bad, 1, CancellationToken.None);
        var listed = watch.Elapsed;
        watch.Restart();
        await scope.ServiceProvider.GetRequiredService<JobSteps>().BookAsync(actor, id, again: false, CancellationToken.None);
        var booking = WorkAsync(scope.ServiceProvider, BookRows.WorkKind, id);
        var slowest = await LookOnAsync(read, actor, id, booking);
        var booked = watch.Elapsed;
        var job = (await read.FindAsync(actor, id, CancellationToken.None))!.Job;
        Console.WriteLine(Line(
            $"{name} ({file.Length / 1024:N0} kB): {job.Rows} rows, {job.Bad} wrong; listed after {listed.TotalSeconds:N2} s, {job.Booked} booked in {booked.TotalSeconds:N2} s, slowest page meanwhile {slowest.TotalMilliseconds:N0} ms; {PeakMegabytes():N0} MB at most"));
        await PrintLabelsAsync(scope.ServiceProvider, actor, id);
    }

    private static async Task PrintLabelsAsync(IServiceProvider services, Actor actor, Guid sheet)
    {
        var watch = Stopwatch.StartNew();
        var file = (await services.GetRequiredService<OrderSheetLabels>().ExecuteAsync(actor, sheet, CancellationToken.None))!.Value;
        var ordered = watch.Elapsed;
        await WorkAsync(services, LabelOrders.WorkKind, file);
        var made = (await services.GetRequiredService<LabelFiles>().FindAsync(actor, file, CancellationToken.None))!;
        Console.WriteLine(Line(
            $"labels: {made.Total} ordered in {ordered.TotalSeconds:N2} s, {made.Status} after {watch.Elapsed.TotalSeconds:N2} s with {made.Bytes / 1e6:N1} MB; {PeakMegabytes():N0} MB at most"));
    }

    /// <summary>Reads the job as its page does, over and over, until the booking has ended.</summary>
    private static async Task<TimeSpan> LookOnAsync(ReadJobs read, Actor actor, Guid id, Task booking)
    {
        var slowest = TimeSpan.Zero;
        while (!booking.IsCompleted)
        {
            var start = Stopwatch.GetTimestamp();
            await read.FindAsync(actor, id, CancellationToken.None);
            await read.RowsAsync(actor, id, RowFilter.All, 1, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(start);
            if (took > slowest) slowest = took;
            await Task.WhenAny(booking, Task.Delay(1_000));
        }

        await booking;
        return slowest;
    }

    private static Task WorkAsync(IServiceProvider services, string kind, Guid job) => Task.Run(() =>
        services.GetServices<IWorkHandler>().First(handler => handler.Kind == kind).ExecuteAsync(WorkItem.Of(kind, job.ToString(), TimeProvider.System.GetUtcNow()), CancellationToken.None));

    internal static byte[] Csv(string prefix) => Encoding.UTF8.GetBytes(string.Join("\r\n", Table(prefix, wrong: false).Select(row => string.Join(',', row.Select(cell => $"\"{cell}\"")))));

    internal static byte[] Xlsx(string prefix, bool wrong = false)
    {
        using var file = new MemoryStream();
        XlsxFile.Write(file, new XlsxTable("Parcels", [20], Table(prefix, wrong)));
        return file.ToArray();
    }

    private static IEnumerable<string[]> Table(string prefix, bool wrong)
    {
        string[] pincodes = ["492001", "110001", "400001", "600001", "700001", "560001", "500001", "482002", "221001", "302001"];
        yield return ["Order", "Name", "Company", "Mobile", "Address line 1", "Address line 2", "City", "Pincode", "Weight (g)", "Length (cm)", "Breadth (cm)", "Height (cm)", "Contents", "Declared value", "Product", "Add-ons", "Invoice"];
        for (var i = 1; i <= Rows; i++)
        {
            var n = i.ToString("D5", CultureInfo.InvariantCulture);
            yield return
            [
                wrong && i % 2 == 0 ? "1.2E+14" : $"{prefix}-{n}", $"Consignee number {n}", "Public Works Department", $"98260{n}", $"Shop {n}, Civil Lines", "near Collectorate", "", pincodes[i % pincodes.Length],
                (200 + (i % 30 * 100)).ToString(CultureInfo.InvariantCulture), "30", "20", "12", "LED street lights", "1200", "SP_PARCEL", "POD", $"INV/{n}",
            ];
        }
    }

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024.0 / 1024.0;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    internal static ServiceProvider Services(string? postgres, string file)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = postgres is null ? "Sqlite" : "Postgres",
            ["ConnectionStrings:Portal"] = postgres ?? $"Data Source={file}",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLocalization();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<WorkSignal>();
        services.AddPortalData(configuration, Path.GetDirectoryName(file)!);
        services.AddPincodeDirectory(configuration);
        services.AddTariffs(configuration);
        services.AddSingleton<IBookingPrices, TariffPrices>();
        services.AddBulkBooking();
        services.AddLabels();
        return services.BuildServiceProvider();
    }

    private static async Task<Actor> AddSellerAsync(IServiceProvider services)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var now = DateTimeOffset.UnixEpoch;
        var address = new PostalAddress { Name = "Acme Traders", Line1 = "Godown 2, Napier Town", City = "Jabalpur", State = "Madhya Pradesh", Pincode = Pincode.FromNumber(482001), Mobile = "9826012345" };
        var seller = Seller.Register(SellerId.New(now), new SellerRegistration("Acme Traders", null, "AAPFU0939F", null, "GEM-BULK", "bulk@example.in", "9826012345", address), now);
        seller.Approve("1000000002", contractNumber: null, now);
        var numbers = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EB", First = 0, Last = 99_999 };
        database.Sellers.Add(seller);
        database.ArticleNumberRanges.Add(ArticleNumberRange.Add(numbers, by: null, now));
        await database.SaveChangesAsync();
        return new Actor { UserId = Guid.CreateVersion7(), SellerId = seller.Id, Roles = new HashSet<string> { Roles.Seller } };
    }
}
