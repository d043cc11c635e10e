using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Labels;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;
using SellerPortal.Tests.Printing;
using SellerPortal.Tests.Support;
using UglyToad.PdfPig;

namespace SellerPortal.Tests.Features.Labels;

public sealed class LabelEndpointsTests(TestHost host)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static int _serial = 70_000_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a6")]
    [InlineData("A7")]
    [InlineData("100x150")]
    [InlineData("4x6")]
    [InlineData("a4")]
    public async Task Label_OwnShipment_IsAPdfInTheBrowser(string format)
    {
        var (shipment, seller) = await BookAsync();
        using var client = host.As(seller);
        using var response = await client.GetAsync(PortalUrls.Label(shipment.Id, format), Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"{shipment.Article}.pdf", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Fact]
    public async Task Label_PrintedTwice_IsCountedAndMarkedAsReprint()
    {
        var (shipment, seller) = await BookAsync();
        using var client = host.As(seller);
        (await client.GetAsync(PortalUrls.Label(shipment.Id), Stop)).EnsureSuccessStatusCode();
        (await client.GetAsync(PortalUrls.Label(shipment.Id, "a7"), Stop)).EnsureSuccessStatusCode();

        await using var database = host.Database();
        Assert.Equal(2, await database.Shipments.Where(s => s.Id == shipment.Id).Select(s => s.LabelPrints).SingleAsync(Stop));
        var history = await database.History.Where(entry => entry.ShipmentId == shipment.Id).OrderBy(entry => entry.At).ToListAsync(Stop);
        Assert.Equal([HistoryKind.LabelPrinted, HistoryKind.LabelReprinted], history.Select(entry => entry.Kind));
        Assert.Equal(["a6", "a7"], history.Select(entry => entry.Detail));
        Assert.All(history, entry => Assert.Equal(seller.UserId, entry.By));
    }

    [Fact]
    public async Task Label_PrintedAtTheSameTime_LosesNoCount()
    {
        var (shipment, seller) = await BookAsync();
        using var client = host.As(seller);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.GetAsync(PortalUrls.Label(shipment.Id), Stop)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await using var database = host.Database();
        Assert.Equal(4, await database.Shipments.Where(s => s.Id == shipment.Id).Select(s => s.LabelPrints).SingleAsync(Stop));
        Assert.Equal(1, await database.History.CountAsync(entry => entry.ShipmentId == shipment.Id && entry.Kind == HistoryKind.LabelPrinted, Stop));
    }

    [Fact]
    public async Task Label_AnotherSellersShipment_DoesNotExist()
    {
        var (shipment, _) = await BookAsync();
        var (own, stranger) = await BookAsync();
        using var client = host.As(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(PortalUrls.Label(shipment.Id), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(PortalUrls.LabelsOf([own.Id, shipment.Id]), Stop)).StatusCode);
        await using var database = host.Database();
        Assert.Equal(0, await database.Shipments.Where(s => s.Id == shipment.Id || s.Id == own.Id).SumAsync(s => s.LabelPrints, Stop));
    }

    [Theory]
    [InlineData(Roles.Admin, HttpStatusCode.OK)]
    [InlineData(Roles.PostalStaff, HttpStatusCode.OK)]
    [InlineData(Roles.CscOperator, HttpStatusCode.NotFound)]
    public async Task Label_Staff_SeesWhatTheRoleMaySee(string role, HttpStatusCode expected)
    {
        var (shipment, _) = await BookAsync();
        using var client = host.As(new Actor { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { role } });
        Assert.Equal(expected, (await client.GetAsync(PortalUrls.Label(shipment.Id), Stop)).StatusCode);
    }

    [Fact]
    public async Task Label_NobodySignedIn_IsRefused()
    {
        var (shipment, _) = await BookAsync();
        using var client = host.Anonymous();
        using var response = await client.GetAsync(PortalUrls.Label(shipment.Id), Stop);
        Assert.True(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Redirect or HttpStatusCode.Found);
        Assert.NotEqual("application/pdf", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("format=a5", "?format", "There is no label format “a5”.")]
    [InlineData("format=a4&start=5", "?start", "A sheet has no place “5”.")]
    [InlineData("format=a4&start=-1", "?start", "A sheet has no place “-1”.")]
    [InlineData("start=two", "?start", "A sheet has no place “two”.")]
    public async Task Label_WrongPaperOrPlace_SaysSo(string query, string pointer, string reason)
    {
        var (shipment, seller) = await BookAsync();
        using var client = host.As(seller);
        using var response = await client.GetAsync($"/shipments/{shipment.Id}/label?{query}", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var fault = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(pointer, fault.GetProperty("pointer").GetString());
        Assert.Equal(reason, fault.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Labels_Several_KeepTheOrderGiven()
    {
        var (first, seller) = await BookAsync();
        var second = await BookForAsync(seller);
        var third = await BookForAsync(seller);
        using var client = host.As(seller);
        using var response = await client.GetAsync(PortalUrls.LabelsOf([third.Id, first.Id, second.Id, first.Id]), Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(3, pdf.NumberOfPages);
        Shipment[] expected = [third, first, second];
        for (var i = 0; i < expected.Length; i++)
        {
            var text = string.Concat(pdf.GetPage(i + 1).Letters.Select(letter => letter.Value)).Replace(" ", "", StringComparison.Ordinal);
            Assert.Contains(expected[i].Article, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Labels_SomeOfCancelledParcels_AreAFileOfTheOthersThatSaysSo()
    {
        var (first, seller) = await BookAsync();
        var cancelled = await BookForAsync(seller);
        var last = await BookForAsync(seller);
        await CancelAsync(cancelled);
        using var client = host.As(seller);
        using var response = await client.GetAsync(PortalUrls.LabelsOf([last.Id, cancelled.Id, first.Id], "a7"), Stop);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await using var database = host.Database();
        var job = await database.LabelJobs.SingleAsync(job => job.SellerId == seller.SellerId, Stop);
        Assert.Equal(PortalUrls.LabelFile(job.Id), response.Headers.Location!.OriginalString);
        Assert.Equal([last.Id, cancelled.Id, first.Id], job.ShipmentIds());
        Assert.Equal(LabelFormat.A7, job.Format);
    }

    [Fact]
    public async Task Label_OfACancelledParcel_LeadsToTheParcel()
    {
        var (shipment, seller) = await BookAsync();
        await CancelAsync(shipment);
        using var client = host.As(seller);
        using var response = await client.GetAsync(PortalUrls.Label(shipment.Id), Stop);
        Assert.Equal((HttpStatusCode.Redirect, PortalUrls.Shipment(shipment.Id)), (response.StatusCode, response.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("ids=", "labels_no_ids")]
    [InlineData("format=a6", "labels_no_ids")]
    [InlineData("ids=12", "labels_id_not_valid")]
    public async Task Labels_NoUsableIds_SaySo(string query, string code)
    {
        var (_, seller) = await BookAsync();
        await AssertCodeAsync(seller, query, code);
    }

    [Fact]
    public async Task Labels_MoreThanOneFileHolds_AreRefused()
    {
        var (_, seller) = await BookAsync();
        var ids = Enumerable.Range(0, 501).Select(_ => Guid.CreateVersion7());
        await AssertCodeAsync(seller, $"ids={string.Join(',', ids)}", "labels_too_many");
    }

    [Theory]
    [InlineData("as=png", "?as")]
    [InlineData("as=zpl&format=a4", "?as")]
    [InlineData("dpi=96", "?dpi")]
    public async Task Label_WhatNoPrinterSpeaks_IsRefused(string query, string pointer)
    {
        var (shipment, seller) = await BookAsync();
        using var client = host.As(seller);
        using var response = await client.GetAsync($"/shipments/{shipment.Id}/label?{query}", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(pointer, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Label_AsZpl_IsAFileForTheLabelPrinter()
    {
        var (shipment, seller) = await BookAsync();
        using var client = host.As(seller);
        using var response = await client.GetAsync($"/shipments/{shipment.Id}/label?format=4x6&as=zpl&dpi=300", Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal($"{shipment.Article}.zpl", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.StartsWith("^XA", text, StringComparison.Ordinal);
        Assert.Contains("^PW1200", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Label_WithNoPaperNamed_ComesOnTheAccountsPaper()
    {
        var (shipment, seller) = await BookAsync();
        await using (var database = host.Database())
        {
            database.LabelSettings.Add(LabelSettings.Of(seller.UserId, new LabelPaper(LabelFormat.A4, Place: 4)));
            await database.SaveChangesAsync(Stop);
        }

        using var client = host.As(seller);
        using (var pdf = PdfDocument.Open(await client.GetByteArrayAsync(PortalUrls.Label(shipment.Id), Stop))) Assert.Equal(595, pdf.GetPage(1).Width, 1.0);
        await using var after = host.Database();
        Assert.Equal(1, (await after.LabelSettings.SingleAsync(settings => settings.UserId == seller.UserId, Stop)).NextPlace);
        using (var pdf = PdfDocument.Open(await client.GetByteArrayAsync(PortalUrls.Label(shipment.Id, "a7"), Stop))) Assert.Equal(210, pdf.GetPage(1).Width, 1.0);
    }

    [Theory]
    [InlineData("", "application/pdf")]
    [InlineData("?format=4x6&as=zpl", "application/vnd.zebra-zpl")]
    public async Task Test_APrinter_IsASampleThatCountsNothing(string query, string type)
    {
        var (_, seller) = await BookAsync();
        using var client = host.As(seller);
        using var response = await client.GetAsync(PortalUrls.TestLabel + query, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task File_MadeInTheBackground_IsFetchedByItsSellerOnly()
    {
        var (shipment, seller) = await BookAsync();
        var (_, stranger) = await BookAsync();
        Guid id;
        await using (var database = host.Database()) id = await database.OrderLabelsAsync(seller, [shipment.Id], paper: null, Now, Stop);
        using var client = host.As(seller);
        HttpResponseMessage response;
        do
        {
            await Task.Delay(50, Stop);
            response = await client.GetAsync(PortalUrls.LabelFileContent(id), Stop);
        }
        while (response.StatusCode == HttpStatusCode.Conflict);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var pdf = PdfDocument.Open(await response.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(1, pdf.NumberOfPages);
        using var other = host.As(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(PortalUrls.LabelFileContent(id), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(PortalUrls.LabelFileContent(Guid.CreateVersion7()), Stop)).StatusCode);
    }

    private async Task AssertCodeAsync(Actor actor, string query, string code)
    {
        using var client = host.As(actor);
        using var response = await client.GetAsync($"/shipments/labels?{query}", Stop);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal(code, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
    }

    private async Task<(Shipment Shipment, Actor Seller)> BookAsync()
    {
        await using var database = host.Database();
        var (_, actor) = await TestSellers.ApprovedAsync(database);
        return (await BookForAsync(actor), actor);
    }

    private async Task CancelAsync(Shipment shipment)
    {
        await using var database = host.Database();
        (await database.Shipments.SingleAsync(own => own.Id == shipment.Id, Stop)).Cancel(Money.Zero, Now.AddHours(1));
        await database.SaveChangesAsync(Stop);
    }

    private async Task<Shipment> BookForAsync(Actor actor)
    {
        var content = SampleLabels.Retail(SampleLabels.Hindi);
        var shipment = Shipment.Book(
            ShipmentId.New(Now),
            new NewShipment
            {
                SellerId = actor.SellerId!.Value,
                Article = ArticleNumber.Of("EL", Interlocked.Increment(ref _serial)).ToString(),
                Product = ProductCode.SpeedPostParcel,
                Consignor = content.Sender,
                Consignee = content.Addressee,
                Parcel = new Parcel { WeightGrams = 1250, ChargeableGrams = 1250, Contents = "Files", DeclaredValueRupees = 5000 },
                Price = new BookedPrice
                {
                    Base = Money.FromRupees(190),
                    Taxable = Money.FromRupees(190),
                    Cgst = Money.FromRupees(17),
                    Sgst = Money.FromRupees(17),
                    Igst = Money.Zero,
                    Total = Money.FromRupees(224),
                    AddOns = "REG:500,INS:29800",
                    Slab = "1001-1500 g",
                    Zone = "Other States",
                    TariffEffectiveFrom = new DateOnly(2026, 8, 1),
                },
                References = new OrderReferences(),
                CustomerId = content.CustomerId,
                BookingOffice = content.BookingOffice,
                BookingPincode = content.BookingPincode,
                DeliveryOffice = content.DeliveryOffice,
                BookedBy = actor.UserId,
            },
            Now);
        await using var database = host.Database();
        database.Shipments.Add(shipment);
        await database.SaveChangesAsync(Stop);
        return shipment;
    }
}
