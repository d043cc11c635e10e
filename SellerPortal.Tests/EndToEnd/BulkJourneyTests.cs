using System.Text;
using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>A sheet with faults: read them by cell, correct one in its place, leave and come back, book the rest, print, cancel them all.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BulkJourneyTests(BrowserPortal portal)
{
    [BrowserFact]
    public Task Sheet_FromUploadToLabels_AtADesk() => WalkAsync(1366, 768, "desk");

    [BrowserFact]
    public Task Sheet_FromUploadToLabels_OnAPhone() => WalkAsync(390, 844, "phone");

    private async Task WalkAsync(int width, int height, string who)
    {
        await using var seller = await portal.VisitAsync(width, height);
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        await UploadAsync(seller, who);
        await CorrectAsync(seller);

        var job = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync("/shipments/bulk");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"{who}.csv" })).ToHaveAttributeAsync("href", job);
        await seller.LookAsync("bulk-jobs");
        await page.GotoAsync(job);
        var keep = page.GetByRole(AriaRole.Button, new() { Name = "Keep it" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).PressUntilAsync(keep);
        await keep.ClickAsync();

        // A hurried double click books once, and is not told that somebody else did it.
        await page.GetByRole(AriaRole.Button, new() { Name = "Book 3 good rows" }).DblClickAsync();
        await Assertions.Expect(Count(page, "Booked")).ToHaveTextAsync("3");
        await Assertions.Expect(page.GetByText("another window")).ToHaveCountAsync(0);
        await seller.LookAsync("bulk-booked");

        await PrintAsync(seller);
        await page.GotoAsync($"/shipments?order=JRN-{who}");
        foreach (var consignee in new[] { "Executive Engineer", "प्रधानाचार्य", "Head Clerk" }) await Assertions.Expect(page.GetByText(consignee).First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Stores Officer")).ToHaveCountAsync(0);
        await page.GotoAsync(job);
        await CancelAsync(seller);
        Assert.Empty(seller.Complaints);
    }

    private static async Task UploadAsync(BrowserPortal.Visitor seller, string who)
    {
        var page = seller.Page;
        await page.GotoAsync("/shipments/bulk");
        await seller.LookAsync("bulk-upload");
        var checkedSheet = page.Locator("#bulk-status").Filter(new() { HasText = "Checked" });
        for (var i = 0; i < 20 && new Uri(page.Url).AbsolutePath == "/shipments/bulk"; i++)
        {
            // The circuit may put a fresh form in the place of the one that holds the file.
            await page.GetByLabel("Sheet (XLSX or CSV)").SetInputFilesAsync(new FilePayload { Name = $"{who}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Sheet(who)) });
            await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        await Assertions.Expect(checkedSheet).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("J5: “heavy” is no weight")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("L4: ")).ToBeVisibleAsync();
        await Assertions.Expect(Count(page, "With errors")).ToHaveTextAsync("2");
        await seller.LookAsync("bulk-checked");
    }

    private static async Task CorrectAsync(BrowserPortal.Visitor seller)
    {
        var page = seller.Page;
        var keep = page.GetByRole(AriaRole.Button, new() { Name = "Keep it" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).PressUntilAsync(keep);
        await keep.ClickAsync();

        // A hurried double click only asks.
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).DblClickAsync();
        await Assertions.Expect(keep).ToBeVisibleAsync();
        await seller.LookAsync("bulk-cancel-asked");
        await keep.ClickAsync();
        var weight = page.GetByRole(AriaRole.Textbox, new() { Name = "Weight (g)" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct row 5" }).PressUntilAsync(weight);
        await Assertions.Expect(weight).ToHaveValueAsync("heavy");
        await weight.FillAsync("still heavy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and check" }).ClickAsync();
        await Assertions.Expect(page.GetByText("“still heavy” is no weight").First).ToBeVisibleAsync();
        await seller.LookAsync("bulk-correct");
        await weight.FillAsync("1.25 kg");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and check" }).ClickAsync();
        await Assertions.Expect(Count(page, "With errors")).ToHaveTextAsync("1");
        await Assertions.Expect(Count(page, "Can be booked")).ToHaveTextAsync("3");
    }

    private static async Task PrintAsync(BrowserPortal.Visitor seller)
    {
        var page = seller.Page;
        var open = page.Locator("#label-open");
        await page.GetByRole(AriaRole.Button, new() { Name = "Print labels" }).PressUntilAsync(open);
        await seller.LookAsync("label-file");
        var file = await page.APIRequest.GetAsync((await open.GetAttributeAsync("href"))!);
        Assert.Equal("application/pdf", file.Headers["content-type"]);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString((await file.BodyAsync())[..4]), StringComparison.Ordinal);
        var path = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync("/labels");
        await Assertions.Expect(page.Locator($"a[href='{path}']")).ToBeVisibleAsync();
        await seller.LookAsync("labels");
    }

    private static async Task CancelAsync(BrowserPortal.Visitor seller)
    {
        var page = seller.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel booked parcels" }).ClickAsync();
        await page.ArriveAsync("/shipments/cancel/sheet/");
        await Assertions.Expect(Count(page, "Can be cancelled")).ToHaveTextAsync("3");
        await seller.LookAsync("cancel-sheet");
        var sure = page.GetByRole(AriaRole.Button, new() { Name = "Yes, cancel them" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel 3 parcels" }).PressUntilAsync(sure);
        await sure.ClickAsync();
        await Assertions.Expect(page.GetByText("3 parcels cancelled.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "It is cancelled." })).ToContainTextAsync("3");
        await seller.LookAsync("cancel-sheet-done");
    }

    private static ILocator Count(IPage page, string name) =>
        page.Locator(".counts div").Filter(new() { Has = page.GetByText(name, new() { Exact = true }) }).Locator("dd");

    private static string Sheet(string who) => $"""
        Order,Name,Company,Mobile,Address line 1,Address line 2,City,State,PIN,Weight (g),Contents,GeM contract
        JRN-{who}-1,Executive Engineer,Public Works Department,9826012345,"Division 2, Civil Lines",,Raipur,Chhattisgarh,492001,1250,LED street lights,GEMC-511687754738820
        JRN-{who}-2,प्रधानाचार्य,केंद्रीय विद्यालय,9826054321,सेक्टर 4,,Jaipur,Rajasthan,302001,800,Chart paper,
        JRN-{who}-3,Stores Officer,District Hospital,9826011122,Hospital Road,,Varanasi,Uttar Pradesh,221001,2400,Bed sheets,1.2E+14
        JRN-{who}-4,Head Clerk,Block Education Office,9826099887,Station Road,,New Delhi,Delhi,110001,heavy,Printed forms,
        """;
}
