using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Data.Seeding;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Booking;

namespace Benchmarks;

/// <summary>
/// How long one booking takes from the use case's call to its answer, database included: one client, then thirty-two.
/// BenchmarkDotNet reports means; what a seller feels is the slow end, so every booking is timed by itself.
/// </summary>
internal static class BookingFigures
{
    private const int WarmUp = 200;
    private const int Bookings = 3_000;
    private const int Clients = 32;

    /// <param name="postgres">A connection string, or null for a SQLite file in the temporary folder.</param>
    public static async Task PrintAsync(string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("booking-figures-").FullName;
        await using var services = Services(postgres, Path.Combine(folder, "portal.db"));
        await services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        var actor = await AddSellerAsync(services);
        var input = Input();

        await BookAsync(services, actor, input, WarmUp);
        Print("one client", await BookAsync(services, actor, input, Bookings));

        var watch = Stopwatch.StartNew();
        var each = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() => BookAsync(services, actor, input, Bookings / Clients))));
        var times = each.SelectMany(mine => mine).ToList();
        Print($"{Clients} clients", times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Clients} clients: {times.Count / watch.Elapsed.TotalSeconds:N0} bookings/s"));

        await using var database = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var articles = await database.Shipments.Select(shipment => shipment.Article).Distinct().CountAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"booked {WarmUp + Bookings + times.Count}, different numbers {articles}"));
    }

    internal static ServiceProvider Services(string? postgres, string file)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = postgres is null ? "Sqlite" : "Postgres",
            ["ConnectionStrings:Portal"] = postgres ?? $"Data Source={file}",
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddPortalData(configuration, Path.GetDirectoryName(file)!);
        services.AddSingleton<SellerPortal.Data.Work.WorkSignal>();
        services.AddPincodeDirectory(configuration);
        services.AddTariffs(configuration);
        services.AddBooking();
        return services.BuildServiceProvider();
    }

    /// <summary>An approved seller, and a million article numbers.</summary>
    internal static async Task<Actor> AddSellerAsync(IServiceProvider services)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var now = DateTimeOffset.UnixEpoch;
        var address = new PostalAddress
        {
            Name = "Acme Traders",
            Line1 = "Godown 2, Napier Town",
            City = "Jabalpur",
            State = "Madhya Pradesh",
            Pincode = Pincode.FromNumber(482001),
            Mobile = "9826012345",
        };
        var registration = new SellerRegistration("Acme Traders", null, "AAPFU0939F", null, "GEM-FIGURES", "figures@example.in", "9826012345", address);
        var seller = Seller.Register(SellerId.New(now), registration, now);
        seller.Approve("1000000001", contractNumber: null, now);
        var numbers = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EE", First = 0, Last = 999_999 };
        database.Sellers.Add(seller);
        database.ArticleNumberRanges.Add(ArticleNumberRange.Add(numbers, by: null, now));
        await database.SaveChangesAsync();
        return new Actor { UserId = Guid.CreateVersion7(), SellerId = seller.Id, Roles = new HashSet<string> { Roles.Seller } };
    }

    private static BookShipmentInput Input() => new()
    {
        Key = Guid.CreateVersion7(),
        WeightGrams = 1250,
        LengthCm = 30,
        BreadthCm = 20,
        HeightCm = 12,
        ProductCode = ProductCode.SpeedPostParcel.ToCode(),
        Consignee = new ConsigneeInput
        {
            Name = "Executive Engineer, PWD",
            Line1 = "Division 2, Civil Lines",
            City = "Raipur",
            Pincode = "492001",
            Mobile = "9826012345",
        },
        GemContract = "GEMC-511687754738820",
        Contents = "LED street lights, 4 pieces",
        DeclaredValueRupees = 12_000,
    };

    private static async Task<List<TimeSpan>> BookAsync(IServiceProvider services, Actor actor, BookShipmentInput input, int count)
    {
        var times = new List<TimeSpan>(count);
        for (var i = 0; i < count; i++)
        {
            using var scope = services.CreateScope();
            var booking = scope.ServiceProvider.GetRequiredService<BookShipment>();
            var start = Stopwatch.GetTimestamp();
            var result = await booking.ExecuteAsync(actor, input with { Key = Guid.CreateVersion7() }, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start));
            if (result is not BookingResult.Booked) throw new InvalidOperationException($"The booking was answered with {result}.");
        }

        return times;
    }

    private static void Print(string who, List<TimeSpan> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{who}, {times.Count} bookings: p50 {At(0.50):N1} ms, p95 {At(0.95):N1} ms, p99 {At(0.99):N1} ms, worst {times[^1].TotalMilliseconds:N1} ms"));

        double At(double share) => times[(int)(share * (times.Count - 1))].TotalMilliseconds;
    }
}
