using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking;

namespace Benchmarks;

/// <summary>
/// A full sheet in the whole portal as it is run: uploaded over HTTP by a signed-in seller, checked and booked by the
/// portal's own work, while the pages of the sheet and of the list are asked for over HTTP. The booking is begun past the
/// page, whose button needs a circuit; the portal finds it when it next looks for work.
/// </summary>
internal static partial class BulkPortalFigures
{
    private const string Account = "seller@portal.example";

    /// <param name="postgres">A connection string of a new database, or null for a SQLite file in the temporary folder.</param>
    public static async Task PrintAsync(string? postgres)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("bulk-portal-figures-").FullName, "portal.db");
        await using var services = BulkFigures.Services(postgres, file);
        await services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        await using var portal = await PortalServer.StartAsync(postgres, file, "Development");
        using var client = new HttpClient { BaseAddress = PortalServer.Address, Timeout = TimeSpan.FromMinutes(2) };
        await SignInAsync(client);
        await client.GetStringAsync("/shipments");
        Say($"signed in; {portal.PeakMegabytes:N0} MB at most");
        await RunAsync(services, portal, client, "first.csv", BulkFigures.Csv("A"));
        await RunAsync(services, portal, client, "second.xlsx", BulkFigures.Xlsx("B"));
        await RunAsync(services, portal, client, "third.xlsx", BulkFigures.Xlsx("C"));
    }

    private static async Task RunAsync(IServiceProvider services, PortalServer portal, HttpClient client, string name, byte[] sheet)
    {
        using var scope = services.CreateScope();
        var read = scope.ServiceProvider.GetRequiredService<ReadJobs>();
        var actor = await ActorAsync(services);
        var watch = Stopwatch.StartNew();
        var page = await UploadAsync(client, name, sheet);
        var id = Guid.Parse(page.Split('/')[^1]);
        var lists = new List<double>();
        await LookAsync(client, page, lists, async () => (await read.FindAsync(actor, id, CancellationToken.None))!.Job.Status == BulkStatus.Ready);
        var listed = watch.Elapsed;
        watch.Restart();
        await scope.ServiceProvider.GetRequiredService<JobSteps>().BookAsync(actor, id, again: false, CancellationToken.None);
        var books = new List<double>();
        await LookAsync(client, page, books, async () => (await read.FindAsync(actor, id, CancellationToken.None))!.Job.Status == BulkStatus.Finished);
        var booked = watch.Elapsed;
        var job = (await read.FindAsync(actor, id, CancellationToken.None))!.Job;
        Say($"{name}: {job.Rows} rows, {job.Booked} booked; listed {listed.TotalSeconds:N1} s after the upload began, booked {booked.TotalSeconds:N1} s after it was asked for; pages meanwhile: while checking {Of(lists)}, while booking {Of(books)}; {portal.PeakMegabytes:N0} MB at most");
    }

    /// <summary>Asks for the pages of the sheet and of the list, as a seller who goes on working, until the work is done.</summary>
    private static async Task LookAsync(HttpClient client, string page, List<double> times, Func<Task<bool>> isDone)
    {
        while (!await isDone())
        {
            foreach (var path in new[] { page, "/shipments" })
            {
                var start = Stopwatch.GetTimestamp();
                await client.GetStringAsync(path);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            await Task.Delay(200);
        }
    }

    private static string Of(List<double> times)
    {
        times.Sort();
        return times.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{times.Count} in p50 {times[times.Count / 2]:N0} ms, slowest {times[^1]:N0} ms");
    }

    private static async Task<Actor> ActorAsync(IServiceProvider services)
    {
        await using var database = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var user = await database.Users.AsNoTracking().SingleAsync(user => user.Email == Account);
        return new Actor { UserId = user.Id, SellerId = user.SellerId, Team = TeamRole.Owner, Roles = new HashSet<string> { Roles.Seller } };
    }

    /// <returns>The address of the sheet's page.</returns>
    private static async Task<string> UploadAsync(HttpClient client, string name, byte[] sheet)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in await HiddenAsync(client, "/shipments/bulk", "bulk-form")) form.Add(new StringContent(value), field);
        var file = new ByteArrayContent(sheet);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "sheet", name);
        using var answer = await client.PostAsync("/shipments/bulk/upload", form);
        answer.EnsureSuccessStatusCode();
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task SignInAsync(HttpClient client)
    {
        const string path = "/account/sign-in";
        var fields = await HiddenAsync(client, path, "Input.Email");
        (fields["Input.Email"], fields["Input.Password"]) = (Account, "Postage-2026");
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(path, content);
        answer.EnsureSuccessStatusCode();
        if (answer.RequestMessage!.RequestUri!.AbsolutePath == path) throw new InvalidOperationException("The account was not signed in.");
    }

    /// <summary>The hidden fields of the form that holds a text.</summary>
    private static async Task<Dictionary<string, string>> HiddenAsync(HttpClient client, string path, string inside)
    {
        var html = await client.GetStringAsync(path);
        var form = Forms().Matches(html).Select(match => match.Value).First(text => text.Contains(inside, StringComparison.Ordinal));
        return Hidden().Matches(form).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline, 5_000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, 5_000)]
    private static partial Regex Hidden();
}
