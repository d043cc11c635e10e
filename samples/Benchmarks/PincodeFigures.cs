using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Data.Seeding;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Addresses;

namespace Benchmarks;

/// <summary>Memory of the directory, time to build it, and percentiles of searching as people type.</summary>
public static class PincodeFigures
{
    /// <summary>Runs with the argument <c>pincode-figures</c>.</summary>
    public static async Task PrintAsync()
    {
        await PrintDatabaseAsync();
        PincodeBenchmarks.Load();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var directory = PincodeBenchmarks.Load();
        Console.WriteLine($"Read from the files and built: {watch.ElapsedMilliseconds} ms");
        Console.WriteLine($"Memory of directory and search index: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F1} MB");

        var typed = Typed(directory);
        foreach (var text in typed) directory.Search(text, 10);
        var times = new double[typed.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            directory.Search(typed[i], 10);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine($"{times.Length} searches: p50 {At(0.5):F2} ms, p95 {At(0.95):F2} ms, p99 {At(0.99):F2} ms, slowest {times[^1]:F2} ms");
        GC.KeepAlive(directory);

        double At(double part) => times[(int)(times.Length * part)];
    }

    /// <summary>Seeding a new SQLite file, and loading from it: cold as at the start of the portal, then warm.</summary>
    private static async Task PrintDatabaseAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-figures-").FullName;
        var configuration = new ConfigurationManager { ["ConnectionStrings:Portal"] = "Data Source=portal.db" };
        await using var services = new ServiceCollection()
            .AddLogging().AddPortalData(configuration, folder).AddPincodeDirectory(configuration).BuildServiceProvider();
        await using (var database = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync())
        {
            await database.Database.EnsureCreatedAsync();
            await MeasureAsync("Seeded into SQLite", () => services.GetServices<IDataSeed>().Single().SeedAsync(database, default));
        }

        for (var i = 0; i < 5; i++)
        {
            await MeasureAsync("Loaded from SQLite", () => services.GetServices<IWarmUp>().Single().LoadAsync(default));
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task MeasureAsync(string what, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        await work();
        Console.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms, of processor time {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:F0} ms");
    }

    /// <summary>Every stage of typing 300 names, half of them with a typing error, a third with the district behind.</summary>
    private static List<string> Typed(PincodeDirectory directory)
    {
        var random = new Random(7);
        var typed = new List<string>();
        for (var n = 0; n < 300; n++)
        {
            var entry = directory.Entries[random.Next(directory.PincodeCount)];
            var offices = directory.OfficesOf(entry.Pincode);
            var text = offices[random.Next(offices.Count)].Name.ToLowerInvariant();
            if (n % 3 == 0) text = $"{text} {entry.District}";
            if (n % 10 == 0) text = entry.Pincode.ToString();
            if (n % 2 == 0) text = text.Remove(random.Next(text.Length), 1);
            for (var length = 1; length <= text.Length; length++) typed.Add(text[..length]);
        }

        return typed;
    }
}
