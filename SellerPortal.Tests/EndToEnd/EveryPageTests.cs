using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using SellerPortal.Components;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>
/// Every page that the portal has, on a phone, in Hindi and in dark colours: what the journeys, which walk in English and
/// in light colours, do not show. The pages are found by their routes, so that a new one is looked at too.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(BrowserPortal portal)
{
    private const string Seller = "seller@portal.example";
    private const string Admin = "admin@portal.example";

    /// <summary>What is put behind an address, so that the page has something to show.</summary>
    private static readonly Dictionary<string, string> Questions = new()
    {
        ["/pincode"] = "?q=Rampur",
        ["/quote"] = "?from=482001&to=492001&weight=1250",
        ["/failed-deliveries"] = "?tab=Held",
    };

    [BrowserFact]
    public async Task Pages_WithAFixedAddress_AreReadable()
    {
        var faults = new List<string>();
        // Who is signed in is sent on from the pages for signing in; what is not for a seller is for an admin, or for no account.
        var left = Templates().Where(template => !template.Contains('{', StringComparison.Ordinal)).Append("/no-such-page").ToList();
        foreach (var account in new[] { Seller, Admin, null }) left = await LookAsync(account, left, faults);
        // The page for the second step shows itself only in the middle of signing in.
        Assert.Equal(["/account/sign-in/code"], left);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [BrowserFact]
    public async Task Pages_OfOneThing_AreReadable()
    {
        var addresses = await AddressesAsync();
        var templates = Templates().Where(template => template.Contains('{', StringComparison.Ordinal)).ToList();
        Assert.Equal(templates.Order(StringComparer.Ordinal), addresses.Keys.Order(StringComparer.Ordinal));
        var faults = new List<string>();
        var left = await LookAsync(Seller, [.. addresses.Values, .. await StatesAsync()], faults);
        Assert.Empty(await LookAsync(Admin, left, faults));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [BrowserFact]
    public async Task ApiReference_Opens_ShowsTheDocumentAndNoToolsOfItsMaker()
    {
        await using var visitor = await portal.VisitAsync();
        await visitor.Page.GotoAsync("/api");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Seller Portal API" }).First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByText("Developer Tools")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.GetByText("Generate SDK")).ToHaveCountAsync(0);
        Assert.Empty(visitor.Complaints);
    }

    private static IEnumerable<string> Templates() =>
        typeof(App).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template);

    /// <summary>Looks at the pages that are for an account.</summary>
    /// <returns>The addresses that are not.</returns>
    private async Task<List<string>> LookAsync(string? account, List<string> paths, List<string> faults)
    {
        await using var visitor = await portal.VisitAsync(390, 844, "hi-IN");
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        if (account is not null) await visitor.Page.SignInAsync(account);
        var left = new List<string>();
        foreach (var path in paths)
        {
            await visitor.Page.GotoAsync(path + Questions.GetValueOrDefault(path));
            var shown = new Uri(visitor.Page.Url).AbsolutePath;
            if (shown != path.Split('?')[0])
            {
                left.Add(path);
                continue;
            }

            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            Assert.Equal("hi-IN", await visitor.Page.Locator("html").GetAttributeAsync("lang"));
            var fault = await Record.ExceptionAsync(() => visitor.LookAsync($"page{path.Replace('/', '-').Replace('?', '-')}"));
            if (fault is not null) faults.Add(fault.Message);
        }

        // The browser itself writes a line for a page that answers with a fault's status.
        faults.AddRange(visitor.Complaints.Where(complaint => !complaint.Contains("the server responded with a status of", StringComparison.Ordinal)));
        return left;
    }

    /// <summary>Makes one thing of each kind, and says where its page is.</summary>
    private async Task<Dictionary<string, string>> AddressesAsync()
    {
        using var client = new HttpClient { BaseAddress = portal.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", await portal.MakeKeyAsync(Seller, "/api-keys", "Things of every page"));
        var fresh = await BookAsync(client);
        var sent = await BookAsync(client);
        var failed = await BookAsync(client);
        await portal.FeedAsync(
            sent.Scan("ITEM_BOOK", 40, "Item Booked"),
            sent.Scan("BAG_DISPATCH", 30, "Bag Dispatched"),
            failed.Scan("ITEM_BOOK", 40, "Item Booked"),
            failed.Scan("ITEM_INVOICE", 30, "Taken out for delivery"),
            failed.Scan("ITEM_NONDELIVER", 20, "Item Not Delivered", ",\"reasonCode\":\"01\""));
        var next = (await CreateAsync(client, "pickups", """{ "day": "2020-01-06", "slot": "Morning" }"""))["next"]!.ToJsonString();
        var pickup = IdOf(await CreateAsync(client, "pickups", next));
        var manifest = IdOf(await CreateAsync(client, "manifests", "{}"));
        var labels = IdOf(await CreateAsync(client, "labels", $$"""{ "shipments": ["{{fresh.Path.Split('/')[^1]}}"] }"""));
        var webhook = IdOf(await CreateAsync(client, "webhooks", """{ "url": "https://hooks.example.org/portal" }"""));
        var sheet = await UploadAsync("every-page.csv", "Name,Mobile,Address line 1,City,Pincode,Weight (g),Contents\nStores Officer,12,Civil Lines,Raipur,492001,heavy,Lights\n");
        return new()
        {
            ["/admin/sellers/{Id:guid}"] = await LinkedAsync(Admin, "/admin/sellers", "main a[href^='/admin/sellers/']"),
            ["/errors/{Code:int}"] = "/errors/500",
            ["/failed-deliveries/{Id:guid}"] = $"/failed-deliveries/{failed.Path.Split('/')[^1]}",
            ["/labels/{Id:guid}"] = $"/labels/{labels}",
            ["/manifests/{Id:guid}"] = $"/manifests/{manifest}",
            ["/pickups/{Id:guid}"] = $"/pickups/{pickup}",
            ["/shipments/bulk/{Id:guid}"] = sheet,
            ["/shipments/cancel/sheet/{Id:guid}"] = $"/shipments/cancel/sheet/{sheet.Split('/')[^1]}",
            ["/shipments/{Id:guid}"] = fresh.Path,
            ["/shipments/{Id:guid}/change"] = $"{fresh.Path}/change",
            ["/shipments/{Id:guid}/recall"] = $"{sent.Path}/recall",
            ["/track/{Article}"] = $"/track/{failed.Article}",
            ["/webhooks/{Id:guid}"] = $"/webhooks/{webhook}",
            ["/webhooks/{Id:guid}/edit"] = $"/webhooks/{webhook}/edit",
        };
    }

    /// <summary>What pages show only in passing: a sheet that was refused, one whose columns nobody knows, parcels that stayed behind.</summary>
    private async Task<string[]> StatesAsync() =>
        ["/shipments/bulk?refused=TooLarge", await UploadAsync("odd-columns.csv", "Wer,Wohin\nStores Officer,Raipur\n"), "/manifests/new?left"];

    private static async Task<PortalSteps.Parcel> BookAsync(HttpClient client)
    {
        var booked = await CreateAsync(client, "shipments", """
            {
              "productCode": "SP_PARCEL", "weightGrams": 1250, "lengthCm": 30, "breadthCm": 20, "heightCm": 12, "contents": "LED street lights",
              "consignee": { "name": "प्रधानाचार्य, शासकीय विद्यालय", "line1": "सिविल लाइंस", "city": "रायपुर", "pincode": "492001", "mobile": "9826054321" }
            }
            """);
        return new PortalSteps.Parcel($"/shipments/{IdOf(booked)}", booked["article"]!.GetValue<string>());
    }

    private static async Task<JsonNode> CreateAsync(HttpClient client, string resource, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/v1/{resource}", UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    private static string IdOf(JsonNode answer) => answer["id"]?.GetValue<string>() ?? throw new InvalidOperationException(answer.ToJsonString());

    /// <summary>Where the first such link of a page leads.</summary>
    private async Task<string> LinkedAsync(string account, string path, string links)
    {
        await using var visitor = await portal.VisitAsync();
        await visitor.Page.SignInAsync(account);
        await visitor.Page.GotoAsync(path);
        return (await visitor.Page.Locator(links).First.GetAttributeAsync("href"))!;
    }

    private async Task<string> UploadAsync(string name, string rows)
    {
        await using var visitor = await portal.VisitAsync();
        var page = visitor.Page;
        await page.SignInAsync(Seller);
        await page.GotoAsync("/shipments/bulk");
        await page.GetByLabel("Sheet (XLSX or CSV)").SetInputFilesAsync(new FilePayload
        {
            Name = name,
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(rows),
        });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        return new Uri(page.Url).AbsolutePath;
    }
}
