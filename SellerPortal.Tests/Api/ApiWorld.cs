using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.TestMode;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>A seller with a key of its own, and the calls that its system makes.</summary>
internal sealed class ApiWorld : IDisposable
{
    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SemaphoreSlim Numbers = new(1);

    private ApiWorld(TestHost host, Seller seller, HttpClient client) => (Host, Seller, Client) = (host, seller, client);

    public TestHost Host { get; }

    public Seller Seller { get; }

    public HttpClient Client { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A new seller and a key with scopes; all that a seller may have when none are named.</summary>
    public static async Task<ApiWorld> CreateAsync(TestHost host, params string[] scopes)
    {
        await using var database = host.Database();
        await AddNumbersAsync(host);
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var key = await TestKeys.AddAsync(database, scopes.Length > 0 ? scopes : ApiScopes.OfSellers, seller.Id);
        return new ApiWorld(host, seller, host.WithKey(key));
    }

    /// <summary>The same seller in its test mode, with a key of it.</summary>
    public async Task<ApiWorld> TwinAsync()
    {
        await using var database = Host.Database();
        using (var scope = Host.Services.CreateScope()) Assert.True(await scope.ServiceProvider.GetRequiredService<OpenTestMode>().ExecuteAsync(TestSellers.ActorOf(Seller.Id), Token));
        var twin = await database.Sellers.AsNoTracking().SingleAsync(seller => seller.Id == Seller.Id.Twin, Token);
        return new ApiWorld(Host, twin, Host.WithKey(await TestKeys.AddAsync(database, ApiScopes.OfSellers, twin.Id)));
    }

    /// <summary>A parcel that can be booked.</summary>
    public static JsonObject Parcel(string order = "ORD-1") => new()
    {
        ["productCode"] = "SP_PARCEL",
        ["weightGrams"] = 1250,
        ["consignee"] = new JsonObject
        {
            ["name"] = "The Principal",
            ["company"] = "Kendriya Vidyalaya",
            ["line1"] = "Sector 4, Bhilai Road",
            ["pincode"] = "560001",
            ["mobile"] = "9826054321",
        },
        ["contents"] = "School globes",
        ["order"] = order,
    };

    /// <summary>Calls with a body and an idempotency key; a new key when none is given.</summary>
    public async Task<ApiAnswer> PostAsync(string url, JsonNode? body, string? key = null) => await SendAsync(HttpMethod.Post, url, body, key ?? Guid.CreateVersion7().ToString());

    public Task<ApiAnswer> GetAsync(string url) => SendAsync(HttpMethod.Get, url, body: null, key: null);

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string url, JsonNode? body, string? key, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(ifMatch));
        using var response = await Client.SendAsync(request, Token);
        return await ApiAnswer.OfAsync(response);
    }

    /// <summary>Books a parcel.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> BookAsync(string order = "ORD-1") => (await PostAsync("/api/v1/shipments", Parcel(order))).Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();

    /// <summary>Books a parcel that was not delivered.</summary>
    /// <returns>Its id.</returns>
    public Task<Guid> FailedAsync() => InStatusAsync(ShipmentStatus.AttemptFailed);

    /// <summary>Books a parcel that stands where a test wants it.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> InStatusAsync(ShipmentStatus status)
    {
        var id = await BookAsync();
        await using var database = Host.Database();
        await database.Shipments.Where(shipment => shipment.Id == new ShipmentId(id)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.Status, status), Token);
        return id;
    }

    public void Dispose() => Client.Dispose();

    private static async Task AddNumbersAsync(TestHost host)
    {
        await Numbers.WaitAsync(Token);
        try
        {
            await using var database = host.Database();
            if (await database.ArticleNumberRanges.AnyAsync(range => range.Prefix == "EQ", Token)) return;
            var allotment = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EQ", First = 0, Last = 999_999 };
            database.ArticleNumberRanges.Add(ArticleNumberRange.Add(allotment, by: null, Made));
            await database.SaveChangesAsync(Token);
        }
        finally
        {
            Numbers.Release();
        }
    }
}

/// <summary>An answer of the API.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Text, string? ETag, string? Location, string? RetryAfter, string? ContentType)
{
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException("The answer is no JSON.");

    public static async Task<ApiAnswer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.ETag?.ToString(),
        response.Headers.Location?.ToString(),
        response.Headers.RetryAfter?.ToString(),
        response.Content.Headers.ContentType?.MediaType);

    /// <summary>The JSON of an answer with the status.</summary>
    public JsonNode Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{Status}: {Text}");
        return Json;
    }

    /// <summary>A problem with the code, whose sentences are sentences.</summary>
    public JsonNode ExpectProblem(HttpStatusCode status, string code)
    {
        var problem = Expect(status);
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(code, problem["code"]!.GetValue<string>());
        Assert.All(["detail", "remedy"], (string text) => Assert.Matches("[.?]$", problem[text]!.GetValue<string>()));
        Assert.NotEqual(problem["detail"]!.GetValue<string>(), problem["remedy"]!.GetValue<string>());
        return problem;
    }

    /// <summary>A 400 that names the pointer with the code.</summary>
    public void ExpectFault(string pointer, string code)
    {
        var faults = ExpectProblem(HttpStatusCode.BadRequest, "invalid")["errors"]!.AsArray();
        Assert.Contains(faults, fault => fault!["pointer"]!.GetValue<string>() == pointer && fault["code"]!.GetValue<string>() == code);
        Assert.All(faults, fault => Assert.All(["reason", "remedy"], (string text) => Assert.Contains(' ', fault![text]!.GetValue<string>())));
    }
}
