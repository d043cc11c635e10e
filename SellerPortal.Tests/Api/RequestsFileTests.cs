using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Partners;
using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>samples/requests.http does what it says, from the first request to the last, and leaves no operation out.</summary>
public sealed class RequestsFileTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OneAfterTheOther_AreAnsweredAsTheFileSays()
    {
        var file = Read();
        using var world = await ApiWorld.CreateAsync(host);
        using var tester = await world.TwinAsync();
        using var client = host.Anonymous();
        await SetAsync(file, world, tester);
        var faults = new List<string>();
        foreach (var request in file.Requests)
        {
            var answer = await file.SendAsync(client, request);
            if (!request.Expects(answer.Status)) faults.Add($"{request.Title} {request.Method} {file.Fill(request.Url)}: {answer.Status} {answer.Text}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Requests_AllTogether_ShowEveryOperation()
    {
        var document = await ApiDocument.ReadAsync(host);
        var file = Read();
        var shown = file.Requests.Select(request => $"{request.Method} {request.Url.Replace("{{portal}}", "", StringComparison.Ordinal).Split('?')[0]}").ToList();
        var missing = document.Operations.Where(operation => !shown.Exists(one => IsOf(operation, one))).Select(operation => operation.Id);
        Assert.Empty(missing);
        Assert.Contains(file.Requests, request => request.Expected.Count > 0);
    }

    private static bool IsOf(ApiOperation operation, string shown)
    {
        var (wanted, given) = ($"{operation.Method} {operation.Path.TrimEnd('/')}".Split('/'), shown.TrimEnd('/').Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));
    }

    private static HttpFile Read() => HttpFile.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Sources.Portal)!, "samples", "requests.http")));

    /// <summary>What a reader pastes: the keys, and the access of a partner.</summary>
    private async Task SetAsync(HttpFile file, ApiWorld world, ApiWorld tester)
    {
        await using var database = host.Database();
        using var scope = host.Services.CreateScope();
        var partner = await scope.ServiceProvider.GetRequiredService<ManagePartners>().AdmitAsync(TestSellers.Admin, "GeM", ApiScopes.OfPartners.ToHashSet(), test: false, Token);
        var values = new Dictionary<string, string>
        {
            ["portal"] = "",
            ["article"] = (await world.GetAsync($"/api/v1/shipments/{await world.BookAsync()}")).Json["article"]!.ToString(),
            ["key"] = KeyOf(world),
            ["testKey"] = KeyOf(tester),
            ["feedKey"] = await TestKeys.AddAsync(database, ApiScopes.OfDepartment),
            ["clientId"] = partner!.ClientId,
            ["clientSecret"] = partner.Secret,
        };
        Assert.Equal(values.Keys.Order(), file.Variables.Order());
        foreach (var (name, value) in values) file.Set(name, value);

        static string KeyOf(ApiWorld one) => Assert.Single(one.Client.DefaultRequestHeaders.GetValues("X-Api-Key"));
    }
}
