using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking.Reading;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

public sealed partial class BulkEndpointsTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/shipments/bulk")]
    [InlineData("/shipments/bulk/template.xlsx")]
    [InlineData("/shipments/bulk/0198a9d0-0000-7000-8000-000000000000")]
    [InlineData("/shipments/bulk/0198a9d0-0000-7000-8000-000000000000/errors.xlsx")]
    public async Task Get_ByNoSeller_IsNotServed(string url)
    {
        using var anonymous = host.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await anonymous.GetAsync(url, Token)).StatusCode);
        using var staff = host.As(new Actor { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { Roles.PostalStaff } });
        Assert.NotEqual(HttpStatusCode.OK, (await staff.GetAsync(url, Token)).StatusCode);
    }

    [Fact]
    public async Task Sheet_OfAColleagueWhoOnlyLooks_IsReadAndDownloadedAndNotUploaded()
    {
        var (_, actor) = await SellerAsync();
        using var client = host.As(actor);
        var job = await UploadAsync(client, "parcels.csv", Sheets.Csv(Sheets.Header, Sheets.Good(1), Sheets.Good(2).Replace("492001", "1", StringComparison.Ordinal)));
        await ReadyAsync(job);
        using var viewer = host.As(actor with { Team = TeamRole.ViewOnly });
        var list = await viewer.GetStringAsync("/shipments/bulk", Token);
        Assert.Contains("parcels.csv", list, StringComparison.Ordinal);
        Assert.DoesNotContain("bulk-form", list, StringComparison.Ordinal);
        var page = await viewer.GetStringAsync(job, Token);
        Assert.Contains("F3:", page, StringComparison.Ordinal);
        foreach (var act in new[] { "bulk-book-button", "Check again", "Change columns", "Correct row 3", ">Cancel<" }) Assert.DoesNotContain(act, page, StringComparison.Ordinal);
        Assert.Single(SheetReader.Read("errors.xlsx", await viewer.GetByteArrayAsync($"{job}/errors.xlsx", Token)).Rows);
        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync($"{job}/result.xlsx", Token)).StatusCode);

        using var answer = await PostAsync(viewer, await FormAsync(client), "more.csv", Sheets.GoodCsv(1));
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("more.csv", await client.GetStringAsync("/shipments/bulk", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_DateMadeByTheSpreadsheet_ComeBackEmptyAndNotAsAText()
    {
        var (_, actor) = await SellerAsync();
        using var client = host.As(actor);
        string[] names = Sheets.Header.Split(','), cells = ["", "Ravi Kumar", "9826012345", "Civil Lines", "Raipur", "492001", "500", "Cloth"];
        var file = Sheets.RawXlsx(
            $"<row r=\"1\">{string.Concat(names.Select(Text))}</row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>46116</v></c>{string.Concat(cells.Skip(1).Select(Text))}</row>");
        var job = await UploadAsync(client, "dates.xlsx", file);
        await ReadyAsync(job);
        var errors = SheetReader.Read("errors.xlsx", await client.GetByteArrayAsync($"{job}/errors.xlsx", Token));
        var row = Assert.Single(errors.Rows);
        Assert.Equal("", row.Cells[errors.Headers.ToList().IndexOf("Order")].Text ?? "");
        Assert.Equal("Ravi Kumar", row.Cells[errors.Headers.ToList().IndexOf("Name")].Text);
        Assert.Contains("A2: The spreadsheet made the date", row.Cells[^1].Text, StringComparison.Ordinal);

        static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
    }

    [Theory]
    [InlineData("")]
    [InlineData("hi")]
    public async Task Template_Downloaded_CanBeReadWithEveryColumnKnown(string language)
    {
        var (_, actor) = await SellerAsync();
        using var client = host.As(actor);
        if (language.Length > 0) client.DefaultRequestHeaders.Add("Accept-Language", language);
        var xlsx = await client.GetByteArrayAsync("/shipments/bulk/template.xlsx", Token);
        Assert.Equal(SheetRefusal.NoRows, Assert.Throws<SheetRefusedException>(() => SheetReader.Read("a.xlsx", xlsx)).Refusal);
        var csv = await client.GetStringAsync("/shipments/bulk/template.csv", Token);
        Assert.Contains(language == "hi" ? "ई-मेल" : "E-mail", csv, StringComparison.Ordinal);
        Assert.Contains(language == "hi" ? "पिकअप का स्थान" : "Pickup location", csv, StringComparison.Ordinal);
        Assert.All(csv.TrimStart('\uFEFF').Trim().Split(','), header => Assert.NotNull(SheetHeaders.Find(header)));
    }

    [Fact]
    public async Task Upload_Sheet_IsCheckedInTheBackgroundAndHiddenFromOthers()
    {
        var (_, actor) = await SellerAsync();
        using var client = host.As(actor);
        var job = await UploadAsync(client, "parcels.csv", Sheets.Csv(Sheets.Header, Sheets.Good(1), Sheets.Good(2).Replace("492001", "=1+1", StringComparison.Ordinal)));
        await ReadyAsync(job);
        var page = await client.GetStringAsync(job, Token);
        Assert.Contains("parcels.csv", page, StringComparison.Ordinal);
        Assert.Contains("F3:", page, StringComparison.Ordinal);

        var errors = SheetReader.Read("errors.xlsx", await client.GetByteArrayAsync($"{job}/errors.xlsx", Token));
        Assert.Equal("=1+1", Assert.Single(errors.Rows).Cells[errors.Headers.ToList().IndexOf("Pincode")].Text);
        Assert.Equal("Problem", errors.Headers[^1]);
        Assert.Contains("F3:", errors.Rows[0].Cells[^1].Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{job}/result.xlsx", Token)).StatusCode);

        var (_, stranger) = await SellerAsync();
        using var other = host.As(stranger);
        foreach (var url in new[] { job, $"{job}/errors.xlsx", $"{job}/result.xlsx" }) Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url, Token)).StatusCode);
        Assert.DoesNotContain("parcels.csv", await other.GetStringAsync("/shipments/bulk", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_SameFormTwice_LeadsToTheSameJob()
    {
        var (_, actor) = await SellerAsync();
        using var client = host.As(actor);
        var form = await FormAsync(client);
        var first = await PostAsync(client, form, "a.csv", Sheets.GoodCsv(1));
        Assert.Equal(first.Headers.Location, (await PostAsync(client, form, "a.csv", Sheets.GoodCsv(1))).Headers.Location);
        Assert.NotEqual(first.Headers.Location, (await PostAsync(client, form, "a.csv", Sheets.GoodCsv(2))).Headers.Location);
    }

    [Theory]
    [InlineData("a.pdf", 10, "WrongType")]
    [InlineData("a.xlsm", 10, "Macros")]
    [InlineData("a.csv", 0, "Empty")]
    [InlineData("a.csv", 11 * 1024 * 1024, "TooLarge")]
    [InlineData("a.csv", (10 * 1024 * 1024) + 1, "TooLarge")]
    public async Task Upload_FileThatCannotBeTaken_LeadsBackWithTheReason(string name, int length, string refusal)
    {
        var (_, actor) = await SellerAsync();
        using var client = host.As(actor);
        using var answer = await PostAsync(client, await FormAsync(client), name, new byte[length]);
        Assert.Equal($"/shipments/bulk?refused={refusal}", answer.Headers.Location?.OriginalString);
        var page = await client.GetStringAsync(answer.Headers.Location, Token);
        Assert.Matches("id=\"bulk-fault\" role=\"alert\"[^>]*>[^<]+:", WebUtility.HtmlDecode(page));
    }

    [Fact]
    public async Task Upload_FormThatIsTooOld_LeadsBackWithTheReasonAndIsNotTaken()
    {
        var (_, actor) = await SellerAsync();
        using var client = host.As(actor);
        using var answer = await PostAsync(client, new Form("", Guid.CreateVersion7().ToString()), "overdue.csv", Sheets.GoodCsv(1));
        Assert.Equal("/shipments/bulk?refused=FormExpired", answer.Headers.Location?.OriginalString);
        var page = await client.GetStringAsync(answer.Headers.Location, Token);
        Assert.Contains("Choose the file again.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("overdue.csv", page, StringComparison.Ordinal);
    }

    private static async Task<string> UploadAsync(HttpClient client, string name, byte[] file)
    {
        using var answer = await PostAsync(client, await FormAsync(client), name, file);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<Form> FormAsync(HttpClient client)
    {
        var page = await client.GetStringAsync("/shipments/bulk", Token);
        var form = UploadForm().Match(page).Value;
        return new Form(Field(form, "__RequestVerificationToken"), Field(form, "key"));

        static string Field(string form, string name) => Regex.Match(form, $"name=\"{name}\" value=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Groups[1].Value;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Form form, string name, byte[] file)
    {
        using var content = new MultipartFormDataContent();
        using var token = new StringContent(form.Token);
        using var key = new StringContent(form.Key);
        using var sheet = new ByteArrayContent(file);
        sheet.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(token, "__RequestVerificationToken");
        content.Add(key, "key");
        content.Add(sheet, "sheet", name);
        return await client.PostAsync("/shipments/bulk/upload", content, Token);
    }

    [GeneratedRegex("<form[^>]*id=\"bulk-form\".*?</form>", RegexOptions.Singleline, 5_000)]
    private static partial Regex UploadForm();

    private async Task<(SellerPortal.Domain.Sellers.Seller Seller, Actor Actor)> SellerAsync()
    {
        await using var database = host.Database();
        return await TestSellers.ApprovedAsync(database);
    }

    private async Task ReadyAsync(string job)
    {
        var id = Guid.Parse(job[(job.LastIndexOf('/') + 1)..]);
        for (var i = 0; i < 1_000; i++)
        {
            await using var database = host.Database();
            if (await database.BulkJobs.AnyAsync(other => other.Id == id && other.Status == BulkStatus.Ready, Token)) return;
            await Task.Delay(20, Token);
        }

        Assert.Fail("The sheet is not checked.");
    }

    private sealed record Form(string Token, string Key);
}
