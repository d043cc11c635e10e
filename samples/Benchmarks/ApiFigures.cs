using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace Benchmarks;

/// <summary>
/// How many calls the API answers, asked by this program on loopback from the same cores: prices, tracking, single
/// bookings by 32 clients for a minute, a batch of a thousand, the event feed. After each part that writes, every booking that
/// was answered is looked for in the database, and every number must be there once; otherwise the run fails.
/// </summary>
internal static class ApiFigures
{
    private const int Clients = 32;
    private const int EventsOfACall = 5_000;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
    private static readonly byte[] Quote = """{"fromPincode":"482001","toPincode":"560001","weightGrams":1250}"""u8.ToArray();
    private static readonly string[] Journey = ["ITEM_BOOK", "ITEM_BAGGING", "BAG_DISPATCH", "ITEM_RECEIVE", "ITEM_INVOICE"];

    /// <param name="postgres">A connection string of a new database, or null for a SQLite file in the temporary folder.</param>
    public static async Task PrintAsync(string? postgres)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("api-figures-").FullName, "portal.db");
        await using var services = BookingFigures.Services(postgres, file);
        await services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        var seller = (await BookingFigures.AddSellerAsync(services)).SellerId;
        var key = await AddKeyAsync(services, ApiScopes.ShipmentsWrite, seller);
        var feed = await AddKeyAsync(services, ApiScopes.TrackingWrite, seller: null);
        await using var portal = await PortalServer.StartAsync(postgres, file, "Production");
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = PortalServer.Address, Timeout = TimeSpan.FromMinutes(2) };
        var articles = new ConcurrentBag<string>();
        await RunAsync("warm-up", TimeSpan.FromSeconds(5), () => BookAsync(client, key, articles));
        await CheckAsync(services, articles);
        await RunAsync("quotes", Short, () => SendAsync(client, HttpMethod.Post, "/api/v1/quotes", new ByteArrayContent(Quote)));
        var known = articles.Take(200).ToArray();
        await RunAsync("tracking", Short, () => SendAsync(client, HttpMethod.Get, $"/api/v1/tracking/{known[Random.Shared.Next(known.Length)]}", content: null));
        await RunAsync("bookings", Long, () => BookAsync(client, key, articles));
        await CheckAsync(services, articles);
        for (var i = 0; i < 3; i++) await BatchAsync(client, key, articles);
        await CheckAsync(services, articles);
        await EventsAsync(client, feed, [.. articles]);
        await CheckAsync(services, articles);
    }

    private static async Task<string> AddKeyAsync(ServiceProvider services, string scope, SellerId? seller)
    {
        var (stored, key) = ApiKey.Create(new NewApiKey("Figures", new HashSet<string> { scope }, ExpiresAt: null, seller), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
        await using var database = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        database.ApiKeys.Add(stored);
        await database.SaveChangesAsync();
        return key;
    }

    /// <summary>Lets all clients call one after the other until the time is over.</summary>
    private static async Task RunAsync(string what, TimeSpan time, Func<Task> call)
    {
        var times = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                var start = Stopwatch.GetTimestamp();
                await call();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        })));
        var sorted = times.Order().ToArray();
        Say($"{what}: {sorted.Length / watch.Elapsed.TotalSeconds:N0}/s over {watch.Elapsed.TotalSeconds:N0} s, p50 {At(0.5):N1} ms, p95 {At(0.95):N1} ms, p99 {At(0.99):N1} ms, worst {sorted[^1]:N0} ms");

        double At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }

    private static async Task BookAsync(HttpClient client, string key, ConcurrentBag<string> articles)
    {
        using var answer = await SendAsync(client, HttpMethod.Post, "/api/v1/shipments", new StringContent(Parcel(), Encoding.UTF8), key);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        articles.Add(json.RootElement.GetProperty("article").GetString()!);
    }

    private static async Task BatchAsync(HttpClient client, string key, ConcurrentBag<string> articles)
    {
        var body = $$"""{"shipments":[{{string.Join(',', Enumerable.Range(0, 1_000).Select(_ => Parcel()))}}]}""";
        var watch = Stopwatch.StartNew();
        using var answer = await SendAsync(client, HttpMethod.Post, "/api/v1/shipments/batch", new StringContent(body, Encoding.UTF8), key);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        Say($"batch of 1,000: {watch.Elapsed.TotalSeconds:N2} s");
        foreach (var result in json.RootElement.GetProperty("results").EnumerateArray()) articles.Add(result.GetProperty("shipment").GetProperty("article").GetString()!);
    }

    private static async Task EventsAsync(HttpClient client, string key, string[] articles)
    {
        var at = DateTimeOffset.UtcNow.AddHours(-6);
        var events = articles.Take(20_000).SelectMany(article => Journey.Select((code, i) => new { article, code, occurredAt = at.AddMinutes(i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), office = "Jabalpur NSH", officePincode = "482001" })).ToArray();
        var bodies = events.Chunk(EventsOfACall).Select(portion => JsonSerializer.SerializeToUtf8Bytes(portion)).ToArray();
        var watch = Stopwatch.StartNew();
        foreach (var body in bodies)
        {
            using var answer = await SendAsync(client, HttpMethod.Post, "/api/v1/tracking/events", new ByteArrayContent(body), key);
            var taken = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (taken.GetProperty("rejected").GetArrayLength() > 0) throw new InvalidOperationException($"Events were refused: {taken}");
        }

        Say($"events: {events.Length / watch.Elapsed.TotalSeconds:N0}/s, {events.Length:N0} in calls of {EventsOfACall:N0}");
    }

    private static async Task CheckAsync(ServiceProvider services, ConcurrentBag<string> articles)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var kept = (await database.Shipments.Select(shipment => shipment.Article).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var (different, lost) = (articles.Distinct(StringComparer.Ordinal).Count(), articles.Count(article => !kept.Contains(article)));
        Say($"answered {articles.Count:N0}, different numbers {different:N0}, in the database {kept.Count:N0}, lost {lost:N0}");
        if (lost > 0 || different < articles.Count) throw new InvalidOperationException("Bookings that were answered are lost, or have the number of another one.");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string url, HttpContent? content, string? key = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        if (content is not null) content.Headers.ContentType = new("application/json");
        if (key is not null)
        {
            request.Headers.Add("X-Api-Key", key);
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }

        var answer = await client.SendAsync(request);
        return answer.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{url} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static string Parcel() =>
        """
        {"productCode":"SP_PARCEL","weightGrams":1250,"lengthCm":30,"breadthCm":20,"heightCm":12,"consignee":{"name":"Executive Engineer, PWD","line1":"Division 2, Civil Lines","city":"Raipur","pincode":"492001","mobile":"9826012345"},"gemContract":"GEMC-511687754738820","contents":"LED street lights, 4 pieces","declaredValueRupees":12000}
        """;

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
