using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Components.Quotes;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

public sealed class BulkPagesTests
{
    [Fact]
    public async Task Upload_WithoutJobs_OffersTheTemplate()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world);
        var page = context.Render<BulkPage>();
        Assert.Contains("No sheet yet", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/shipments/bulk/upload", page.Find("form").GetAttribute("action"));
        Assert.NotNull(page.Find("a[href='/shipments/bulk/template.xlsx']"));
    }

    [Fact]
    public async Task Upload_DatabaseAway_OffersToTryAgain()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, new NoDatabase());
        Assert.Contains("Try again", context.Render<BulkPage>().Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Upload_InHindiWithRefusal_SaysWhy()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var context = Context(world, language: "hi");
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/shipments/bulk?refused=Macros");
        Assert.Contains("मैक्रो", context.Render<BulkPage>().Find("#bulk-fault").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_WithAnError_IsCorrectedInTheGridAndBooked()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var id = await world.CheckedAsync(Sheets.Csv(Sheets.Header, Sheets.Good(1), Sheets.Good(2).Replace("ORD-2", "1.2E+14", StringComparison.Ordinal)));
        await using var context = Context(world);
        var page = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains("A3: 1.2E+14 is how a spreadsheet shows a long number; format the column as text", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Book 1 good rows", page.Find("#bulk-book-button").TextContent, StringComparison.Ordinal);

        await page.Find("button[aria-label='Correct row 3']").ClickAsync(new());
        page.Find("#cell-3-Order").Input("ORD-2");
        await page.Find("form.bulk-edit").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Book all 2", page.Find("#bulk-book-button").TextContent, StringComparison.Ordinal));

        await page.Find("#bulk-book-button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Contains("Booking the rows", page.Markup, StringComparison.Ordinal));
        await world.DoWorkAsync();
        world.Booking.Time.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Contains("All 2 parcels are booked", page.Markup, StringComparison.Ordinal));
        Assert.Contains("/result.xlsx", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find($"a[href='/shipments?sheet={id}']"));
    }

    [Theory]
    [InlineData("en", "I2: There is no pickup location of this name; write one of: Jabalpur.")]
    [InlineData("hi", "I2: इस नाम का कोई पिकअप स्थान नहीं है; इनमें से एक लिखें: Jabalpur।")]
    public async Task Job_WithAnUnknownLocation_NamesThoseThereAreAndTakesACorrection(string language, string sentence)
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var id = await world.CheckedAsync(Sheets.Csv($"{Sheets.Header},Pickup location", $"{Sheets.Good(1)},Nowhere"));
        await using var context = Context(world, language: language);
        var page = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, id));
        page.WaitForAssertion(() => Assert.Contains(sentence, page.Markup, StringComparison.Ordinal));
        await page.Find(".bulk-rows button").ClickAsync(new());
        page.Find("#cell-2-PickupLocation").Input("jabalpur");
        await page.Find("form.bulk-edit").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("jabalpur", page.Find(".bulk-rows tbody").TextContent, StringComparison.Ordinal));
        Assert.Equal(0, (await world.JobAsync(id)).Bad);
    }

    [Fact]
    public async Task Job_BookedInAnotherTab_SaysSoAndBooksOnce()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var id = await world.CheckedAsync(Sheets.GoodCsv(2));
        await using var context = Context(world);
        var one = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, id));
        var two = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, id));
        await one.Find("#bulk-book-button").ClickAsync(new());
        await two.Find("#bulk-book-button").ClickAsync(new());
        Assert.Contains("another window", two.Markup, StringComparison.Ordinal);
        await world.DoWorkAsync();
        Assert.Equal((2, 2, 2, 2), await world.Booking.CountAsync());
    }

    [Fact]
    public async Task Job_WithUnknownColumns_AsksForThem()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var id = await world.CheckedAsync(Sheets.Csv(Sheets.Header.Replace("Pincode", "Where to", StringComparison.Ordinal), Sheets.Good(1)));
        await using var context = Context(world);
        var page = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, id));
        Assert.Contains("Choose a column for: Pincode", page.Markup, StringComparison.Ordinal);
        page.Find("#column-5").Change(nameof(SheetColumn.Pincode));
        await page.Find("form").SubmitAsync();
        await world.DoWorkAsync();
        Assert.Equal(BulkStatus.Ready, (await world.JobAsync(id)).Status);
    }

    [Fact]
    public async Task Job_Cancelled_AsksOnceMoreAndSaysWhatIsKept()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var id = await world.CheckedAsync(Sheets.GoodCsv(2));
        await using var context = Context(world);
        var page = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, id));
        await page.FindAll("button").Single(button => button.TextContent == "Cancel").ClickAsync(new());
        await page.FindAll("button").Single(button => button.TextContent == "Cancel this sheet?").ClickAsync(new());
        Assert.Contains("nothing was booked", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_OfTheSameFile_ShowsTheEarlierOneAndAsksTwice()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var noOrders = Sheets.Csv(Sheets.Header, Sheets.Good(1).Replace("ORD-1", "", StringComparison.Ordinal));
        var first = await world.CheckedAsync(noOrders);
        await world.BookAsync(first);
        await world.DoWorkAsync();
        var second = await world.CheckedAsync(noOrders);
        await using var context = Context(world);
        var page = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, second));
        Assert.NotNull(page.Find($"a[href='{PortalUrls.BulkJob(first)}']"));
        await page.Find("#bulk-book-button").ClickAsync(new());
        Assert.Equal(BulkStatus.Ready, (await world.JobAsync(second)).Status);
        Assert.Contains("again?", page.Find("#bulk-book-button").TextContent, StringComparison.Ordinal);
        await page.Find("#bulk-book-button").ClickAsync(new() { Detail = 2 });
        Assert.Equal(BulkStatus.Ready, (await world.JobAsync(second)).Status);
        await page.Find("#bulk-book-button").ClickAsync(new());
        Assert.Equal(BulkStatus.Booking, (await world.JobAsync(second)).Status);
    }

    [Fact]
    public async Task Job_BookedInAnotherTabWithTheSameFile_SaysHowManyAndAsks()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var noOrders = Sheets.Csv(Sheets.Header, Sheets.Good(1).Replace("ORD-1", "", StringComparison.Ordinal));
        var first = await world.CheckedAsync(noOrders);
        var second = await world.CheckedAsync(noOrders);
        await using var context = Context(world);
        var page = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, second));
        Assert.Contains("Book all 1", page.Find("#bulk-book-button").TextContent, StringComparison.Ordinal);
        Assert.True(await world.BookAsync(first));
        await page.Find("#bulk-book-button").ClickAsync(new());
        Assert.Equal(BulkStatus.Ready, (await world.JobAsync(second)).Status);
        Assert.Contains("; 1 of its rows are booked or being booked", page.Markup, StringComparison.Ordinal);
        Assert.Contains("again?", page.Find("#bulk-book-button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_WithAColumnThatIsNotRead_TakesAnotherMeaning()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var id = await world.CheckedAsync(Sheets.Csv(Sheets.Header.Replace("Order", "PO ref", StringComparison.Ordinal), Sheets.Good(1)));
        await using var context = Context(world);
        var page = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, id));
        await Button("Change columns").ClickAsync(new());
        Assert.Contains("what was corrected in its rows is lost", page.Markup, StringComparison.Ordinal);
        await Button("Close").ClickAsync(new());
        Assert.Empty(page.FindAll("#column-0"));
        await Button("Change columns").ClickAsync(new());
        page.Find("#column-0").Change(nameof(SheetColumn.Order));
        await page.Find("form").SubmitAsync();
        await world.DoWorkAsync();
        Assert.Equal("ORD-1", Assert.Single(await world.RowsAsync(id)).Row.Order);

        AngleSharp.Dom.IElement Button(string text) => page.FindAll("button").Single(button => button.TextContent == text);
    }

    [Theory]
    [InlineData("en", "could not finish checking this sheet", "Check again")]
    [InlineData("hi", "जाँच पूरी नहीं कर सका", "फिर जाँचें")]
    public async Task Job_WhoseCheckFailed_SaysSoAndIsCheckedAgain(string language, string sentence, string button)
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var id = await world.UploadAsync(Sheets.GoodCsv(1));
        await using (var database = world.Databases.CreateDbContext())
        {
            await database.BulkJobs.ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, BulkStatus.Failed), BulkWorld.Token);
        }

        await using var context = Context(world, language: language);
        var page = context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, id));
        Assert.Contains(sentence, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await page.FindAll("button").Single(one => one.TextContent == button).ClickAsync(new());
        Assert.Equal(BulkStatus.Waiting, (await world.JobAsync(id)).Status);
    }

    [Fact]
    public async Task Job_Refused_SaysTheLineAndTheRemedy()
    {
        await using var world = await BulkWorld.CreateAsync(DatabaseKind.Sqlite);
        var id = await world.CheckedAsync([.. "a,b\n1,"u8, 0xFF, 10]);
        await using var context = Context(world);
        Assert.Contains("Line 2 is not in UTF-8", context.Render<BulkJobPage>(parameters => parameters.Add(p => p.Id, id)).Markup, StringComparison.Ordinal);
    }

    private static BunitContext Context(BulkWorld world, IDbContextFactory<PortalDbContext>? databases = null, string language = "en")
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var context = new BunitContext();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddLocalization();
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.Services.AddSingleton(databases ?? world.Databases);
        context.Services.AddSingleton<TimeProvider>(world.Booking.Time);
        context.Services.AddSingleton<WorkSignal>();
        context.Services.AddSingleton<QuotePresenter>();
        context.Services.AddSingleton<Snapshot<PincodeDirectory>>(world.Booking.Directory);
        context.Services.AddSingleton<IBookingPrices>(world.Booking.Prices);
        context.Services.AddBulkBooking();
        var authorization = context.AddAuthorization();
        authorization.SetAuthorized("seller");
        authorization.SetClaims(ActorClaims.Of(world.Actor));
        return context;
    }

    private sealed class NoDatabase : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => throw new InvalidOperationException("The database is away.");
    }
}
