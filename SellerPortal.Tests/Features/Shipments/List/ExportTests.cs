using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Shipments.List;

public sealed class ExportTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_Csv_HoldsOwnShipmentsOfTheFilterWithHarmlessCells()
    {
        await using var database = host.Database();
        var (mine, me) = await TestSellers.ApprovedAsync(database);
        var (theirs, _) = await TestSellers.ApprovedAsync(database);
        var evil = await TestShipments.BookAsync(database, mine.Id, consignee: "=HYPERLINK(\"http://example.in\")");
        var plain = await TestShipments.BookAsync(database, mine.Id, consignee: "कार्यपालन अभियंता, PWD");
        var foreign = await TestShipments.BookAsync(database, theirs.Id, consignee: "=1");
        using var client = host.As(me);

        using var answer = await client.GetAsync("/shipments/export?format=csv", Token);
        Assert.Equal((HttpStatusCode.OK, "text/csv", "attachment"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
        var bytes = await answer.Content.ReadAsByteArrayAsync(Token);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var sheet = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.Contains("\"'=HYPERLINK(\"\"http://example.in\"\")\"", sheet, StringComparison.Ordinal);
        Assert.Contains("\"कार्यपालन अभियंता, PWD\"", sheet, StringComparison.Ordinal);
        Assert.Contains(evil.Article, sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign.Article, sheet, StringComparison.Ordinal);
        Assert.Equal(3, sheet.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        var filtered = await client.GetStringAsync("/shipments/export?q=hyperlink", Token);
        Assert.Contains(evil.Article, filtered, StringComparison.Ordinal);
        Assert.DoesNotContain(plain.Article, filtered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Xlsx_OpensAsASheetWithTextCells()
    {
        await using var database = host.Database();
        var (mine, me) = await TestSellers.ApprovedAsync(database);
        var evil = await TestShipments.BookAsync(database, mine.Id, consignee: "=1+1");
        await database.Shipments.Where(shipment => shipment.Id == evil.Id).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.References.Order, "000123"), Token);
        using var client = host.As(me);
        using var sheet = new MemoryStream(await client.GetByteArrayAsync("/shipments/export?format=xlsx", Token));
        var row = Assert.Single(sheet.Query(useHeaderRow: true).Cast<IDictionary<string, object>>());
        Assert.Equal((evil.Article, "'=1+1", "000123", "9826054321"), (row["Article"], row["Consignee"], row["Order"], row["Mobile"]));
        Assert.Equal(270d, Convert.ToDouble(row["Paid (rupees)"], System.Globalization.CultureInfo.InvariantCulture));

        using var empty = new MemoryStream(await client.GetByteArrayAsync("/shipments/export?format=xlsx&q=nobody", Token));
        Assert.Contains("Article", empty.GetColumns(useHeaderRow: true));
    }

    [Fact]
    public async Task Get_XlsxInHindi_NamesItsSheetInHindi()
    {
        await using var database = host.Database();
        var (mine, me) = await TestSellers.ApprovedAsync(database);
        var cancelled = await TestShipments.BookAsync(database, mine.Id);
        await TestShipments.BookAsync(database, mine.Id);
        await database.Shipments.Where(shipment => shipment.Id == cancelled.Id).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.Status, ShipmentStatus.Cancelled), Token);
        using var client = host.As(me);
        client.DefaultRequestHeaders.Add("Accept-Language", "hi");
        using var book = new MemoryStream(await client.GetByteArrayAsync("/shipments/export?format=xlsx&status=Cancelled", Token));
        Assert.Equal(["शिपमेंट"], book.GetSheetNames());
        Assert.Equal(cancelled.Article, Assert.Single(book.Query().Cast<IDictionary<string, object>>().Skip(1))["A"]);
    }

    [Fact]
    public async Task Get_OfASheet_HoldsItsShipmentsForItsSellerOnly()
    {
        await using var database = host.Database();
        var (mine, me) = await TestSellers.ApprovedAsync(database);
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        var (one, two) = (await TestShipments.BookAsync(database, mine.Id), await TestShipments.BookAsync(database, mine.Id));
        var outside = await TestShipments.BookAsync(database, mine.Id);
        var sheet = await TestSheets.AddAsync(database, mine.Id, "orders.xlsx", two, one);
        using var client = host.As(me);
        var text = await client.GetStringAsync($"/shipments/export?format=csv&sheet={sheet}", Token);
        Assert.InRange(text.IndexOf(two.Article, StringComparison.Ordinal), 0, text.IndexOf(one.Article, StringComparison.Ordinal));
        Assert.DoesNotContain(outside.Article, text, StringComparison.Ordinal);
        using var other = host.As(stranger);
        Assert.DoesNotContain(one.Article, await other.GetStringAsync($"/shipments/export?format=csv&sheet={sheet}", Token), StringComparison.Ordinal);
        Assert.DoesNotContain("orders.xlsx", await other.GetStringAsync($"/shipments?sheet={sheet}", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnUnknownFormatOrNobody_IsRefused()
    {
        await using var database = host.Database();
        var (_, me) = await TestSellers.ApprovedAsync(database);
        using var client = host.As(me);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/shipments/export?format=exe", Token)).StatusCode);
        using var nobody = host.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync("/shipments/export", Token)).StatusCode);
    }

    [Fact]
    public async Task Get_TheListWithAWholeArticleNumber_LeadsToItsShipment()
    {
        await using var database = host.Database();
        var (mine, me) = await TestSellers.ApprovedAsync(database);
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        var shipment = await TestShipments.BookAsync(database, mine.Id);
        using var client = host.As(me);
        using var answer = await client.GetAsync($"/shipments?q={shipment.Article.ToLowerInvariant()}", Token);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith($"/shipments/{shipment.Id}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var other = host.As(stranger);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"/shipments?q={shipment.Article}", Token)).StatusCode);
    }

    [Theory]
    [InlineData("/shipments?tile=nonsense&from=x&to=y&product=z&pincode=1&at=1-2-3")]
    [InlineData("/shipments?at=1-0")]
    [InlineData("/shipments?at=1795000000123456-50&status=nonsense")]
    [InlineData("/shipments?q=%00%ff%27%22%25")]
    public async Task Get_TheListWithOddInput_StillAnswers(string url)
    {
        await using var database = host.Database();
        var (mine, me) = await TestSellers.ApprovedAsync(database);
        await TestShipments.BookAsync(database, mine.Id);
        using var client = host.As(me);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(url, Token)).StatusCode);
    }
}
