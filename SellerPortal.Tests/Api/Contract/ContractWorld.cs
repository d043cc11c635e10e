using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Partners;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>Everybody who calls: two sellers, two partners, the Department, keys for the wrong thing, and nobody.</summary>
public sealed class ContractWorld(TestHost host) : IAsyncLifetime
{
    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static int count;

    private readonly List<IDisposable> clients = [];
    private ApiWorld? seller;
    private ApiWorld? tester;
    private ApiWorld? stranger;
    private ApiWorld? strangeTester;
    private ApiWorld? reader;
    private ApiWorld? printer;
    private HttpClient? partner;
    private HttpClient? strangePartner;
    private HttpClient? bookingPartner;
    private HttpClient? department;
    private HttpClient? nobody;

    internal ApiDocument Document { get; private set; } = null!;

    internal ApiWorld Seller => seller!;

    /// <summary>The seller in its test mode.</summary>
    internal ApiWorld Tester => tester!;

    internal HttpClient Partner => partner!;

    internal HttpClient Nobody => nobody!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Document = await ApiDocument.ReadAsync(host);
        seller = await ApiWorld.CreateAsync(host);
        stranger = await ApiWorld.CreateAsync(host);
        tester = await seller.TwinAsync();
        strangeTester = await stranger.TwinAsync();
        reader = await ApiWorld.CreateAsync(host, ApiScopes.ShipmentsRead);
        printer = await ApiWorld.CreateAsync(host, ApiScopes.Labels);
        partner = await PartnerAsync(ApiScopes.OfPartners);
        strangePartner = await PartnerAsync(ApiScopes.OfPartners);
        bookingPartner = await PartnerAsync([ApiScopes.ShipmentsWrite]);
        department = await DepartmentAsync();
        nobody = host.Anonymous();
        clients.AddRange([seller, tester, stranger, strangeTester, reader, printer, partner, strangePartner, bookingPartner, department, nobody]);
    }

    public ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        return ValueTask.CompletedTask;
    }

    /// <summary>Who may call.</summary>
    internal HttpClient Caller(ApiOperation operation) => operation.Scope switch
    {
        null => Nobody,
        _ when IsOfTestMode(operation) => Tester.Client,
        ApiScopes.Sellers => Partner,
        ApiScopes.TrackingWrite => department!,
        _ => Seller.Client,
    };

    /// <summary>Who may call as well, but has nothing of the first one's; null where all see the same.</summary>
    internal HttpClient? Stranger(ApiOperation operation) => operation.Scope switch
    {
        null or ApiScopes.TrackingWrite => null,
        _ when IsOfTestMode(operation) => strangeTester!.Client,
        ApiScopes.Sellers => strangePartner!,
        _ => stranger!.Client,
    };

    /// <summary>Who has a key, but for something else.</summary>
    internal HttpClient WithoutScope(ApiOperation operation) => operation.Scope switch
    {
        ApiScopes.Sellers => bookingPartner!,
        ApiScopes.ShipmentsRead => printer!.Client,
        _ => reader!.Client,
    };

    private static bool IsOfTestMode(ApiOperation operation) => operation.Id == "SimulateScan";

    /// <summary>A new id of a seller on GeM.</summary>
    internal static string GemId() => $"GEM-C-{Interlocked.Increment(ref count)}-{Guid.CreateVersion7():N}"[..40];

    internal async Task<string> ArticleAsync() => (await Seller.GetAsync($"/api/v1/shipments/{await Seller.BookAsync()}")).Expect(HttpStatusCode.OK)["article"]!.GetValue<string>();

    internal async Task<string> LabelFileAsync()
    {
        var ordered = (await Seller.PostAsync("/api/v1/labels", new JsonObject { ["shipments"] = new JsonArray(await Seller.BookAsync()) })).Expect(HttpStatusCode.Accepted);
        var id = ordered["id"]!.GetValue<string>();
        for (var i = 0; i < 400 && (await Seller.GetAsync($"/api/v1/labels/{id}")).Json["status"]!.GetValue<string>() != "Ready"; i++) await Task.Delay(25, Token);
        return id;
    }

    internal async Task<string> ManifestAsync() => (await ManifestParcelAsync()).Split('/')[0];

    /// <summary>A manifest and a parcel on it.</summary>
    internal async Task<string> ManifestParcelAsync()
    {
        var parcel = await Seller.BookAsync();
        var manifest = (await Seller.PostAsync("/api/v1/manifests", new JsonObject { ["shipments"] = new JsonArray(parcel) })).Expect(HttpStatusCode.Created);
        return $"{manifest["id"]}/{parcel}";
    }

    /// <summary>A day and a slot that can be asked for.</summary>
    internal async Task<JsonObject> PickupTimeAsync()
    {
        await Seller.BookAsync();
        var past = await Seller.PostAsync("/api/v1/pickups", new JsonObject { ["day"] = "2020-01-01", ["slot"] = "Morning" });
        return past.Expect(HttpStatusCode.Conflict)["next"]!.DeepClone().AsObject();
    }

    internal async Task<string> PickupAsync() =>
        (await Seller.PostAsync("/api/v1/pickups", await PickupTimeAsync())).Expect(HttpStatusCode.Created)["id"]!.GetValue<string>();

    /// <summary>A repeating pickup; one on the same days and hours is one.</summary>
    internal async Task<string> RepeatAsync() =>
        (await Seller.PostAsync("/api/v1/pickups/repeats", new JsonObject { ["weekdays"] = new JsonArray("Monday"), ["slot"] = "Morning" })).Expect(HttpStatusCode.Created)["id"]!.GetValue<string>();

    internal async Task<string> RegisteredAsync()
    {
        var body = Document.Operation("RegisterSeller").Example!;
        body["gemSellerId"] = GemId();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sellers") { Content = new StringContent(body.ToJsonString(), null, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var response = await Partner.SendAsync(request, Token);
        return (await ApiAnswer.OfAsync(response)).Expect(HttpStatusCode.Created)["id"]!.GetValue<string>();
    }

    private async Task<HttpClient> PartnerAsync(IEnumerable<string> scopes)
    {
        using var scope = host.Services.CreateScope();
        var access = await scope.ServiceProvider.GetRequiredService<ManagePartners>().AdmitAsync(TestSellers.Admin, "GeM", scopes.ToHashSet(), test: false, Token);
        var client = host.Anonymous();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", access!.ClientId), new("client_secret", access.Secret)]);
        using var response = await client.PostAsync("/oauth/token", form, Token);
        var token = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["access_token"]!.GetValue<string>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<HttpClient> DepartmentAsync()
    {
        await using var database = host.Database();
        return host.WithKey(await TestKeys.AddAsync(database, ApiScopes.OfDepartment));
    }

    /// <summary>A webhook of the seller, a new one while there is room.</summary>
    public async Task<string> WebhookAsync()
    {
        if ((await Seller.GetAsync("/api/v1/webhooks")).Expect(HttpStatusCode.OK).AsArray() is [{ } present, ..]) return present["id"]!.GetValue<string>();
        return (await Seller.PostAsync("/api/v1/webhooks", new JsonObject { ["url"] = "https://hooks.example.org/portal" })).Expect(HttpStatusCode.Created)["id"]!.GetValue<string>();
    }

    /// <summary>Makes room: a seller has a limited number of webhooks.</summary>
    public async Task DeleteWebhooksAsync()
    {
        foreach (var webhook in (await Seller.GetAsync("/api/v1/webhooks")).Expect(HttpStatusCode.OK).AsArray())
        {
            await Seller.SendAsync(HttpMethod.Delete, $"/api/v1/webhooks/{webhook!["id"]!.GetValue<string>()}", body: null, key: null);
        }
    }
}
