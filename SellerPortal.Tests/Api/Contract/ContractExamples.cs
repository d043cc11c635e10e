using System.Text.Json.Nodes;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>What makes a call of an operation a good one, beyond the example that the document shows.</summary>
internal sealed record ContractExample
{
    /// <summary>What stands in the braces of the path; where there are several, one after the other with a stroke between them.</summary>
    public Func<ContractWorld, Task<string>>? Place { get; init; }

    /// <summary>Puts what exists in the place of what the example makes up.</summary>
    public Func<ContractWorld, JsonNode, Task>? Fill { get; init; }

    public string Query { get; init; } = "";

    /// <summary>True when what is wrong within an entry of the body is answered in its own result, with 200.</summary>
    public bool EachItsOwn { get; init; }
}

/// <summary>One line for every operation of the API; a test fails for an operation without one.</summary>
internal static class ContractExamples
{
    /// <summary>The document's own example succeeds as it stands.</summary>
    private static readonly ContractExample AsShown = new();

    public static IReadOnlyDictionary<string, ContractExample> All { get; } = new SortedDictionary<string, ContractExample>(StringComparer.Ordinal)
    {
        ["AddToManifest"] = new() { Place = world => world.ManifestAsync(), Fill = BookedAsync },
        ["BookShipment"] = AsShown,
        ["BookShipments"] = new() { EachItsOwn = true },
        ["CancelPickup"] = At(world => world.PickupAsync()),
        ["CancelShipment"] = At(BookAsync),
        ["ChangeShipment"] = At(BookAsync),
        ["ChangeWebhook"] = At(world => world.WebhookAsync()),
        ["CheckServiceability"] = AsShown,
        ["CloseManifest"] = At(world => world.ManifestAsync()),
        ["CreateWebhook"] = Filled((world, _) => world.DeleteWebhooksAsync()),
        ["DeleteWebhook"] = At(world => world.WebhookAsync()),
        ["DownloadLabelFile"] = At(world => world.LabelFileAsync()),
        ["GetLabel"] = At(BookAsync),
        ["GetLabelFile"] = At(world => world.LabelFileAsync()),
        ["GetManifest"] = At(world => world.ManifestAsync()),
        ["GetManifestPaper"] = At(world => world.ManifestAsync()),
        ["GetPickup"] = At(world => world.PickupAsync()),
        ["GetPincode"] = At(_ => Task.FromResult("492001")),
        ["GetQuotes"] = AsShown,
        ["GetQuotesForMany"] = new() { EachItsOwn = true },
        ["GetSeller"] = At(world => world.RegisteredAsync()),
        ["GetShipment"] = At(BookAsync),
        ["GetTariff"] = At(_ => Task.FromResult("SP_PARCEL")),
        ["GetWebhook"] = At(world => world.WebhookAsync()),
        ["GiveInstruction"] = At(FailedAsync),
        ["ListInstructions"] = At(FailedAsync),
        ["ListManifests"] = With("?limit=5"),
        ["ListPickupSlots"] = With("?pickupLocation=jabalpur"),
        ["ListPickups"] = With("?state=Requested&limit=5"),
        ["ListSellers"] = With("?status=Pending&limit=5"),
        ["ListShipments"] = With("?tile=ToPrint&status=Booked&q=school&limit=5"),
        ["ListTariffs"] = AsShown,
        ["ListWebhookDeliveries"] = new() { Place = world => world.WebhookAsync(), Query = "?state=Dead" },
        ["ListWebhooks"] = AsShown,
        ["OpenManifest"] = Filled(BookedAsync),
        ["OrderLabels"] = Filled(BookedAsync),
        ["RecordTrackingEvents"] = new() { EachItsOwn = true },
        ["RegisterSeller"] = Filled((_, body) =>
        {
            body["gemSellerId"] = ContractWorld.GemId();
            return Task.CompletedTask;
        }),
        ["ReplayWebhookDeliveries"] = At(world => world.WebhookAsync()),
        ["RequestPickup"] = Filled(TimeAsync),
        ["ReschedulePickup"] = new() { Place = world => world.PickupAsync(), Fill = TimeAsync },
        ["RotateWebhookSecret"] = At(world => world.WebhookAsync()),
        ["SearchPincodes"] = With("?search=jabalpr&limit=5"),
        ["SimulateScan"] = At(async world => (await world.Tester.BookAsync()).ToString()),
        ["TakeOffManifest"] = At(world => world.ManifestParcelAsync()),
        ["TestWebhook"] = At(world => world.WebhookAsync()),
        ["TrackArticle"] = At(world => world.ArticleAsync()),
        ["TrackArticles"] = AsShown,
    };

    private static ContractExample At(Func<ContractWorld, Task<string>> place) => new() { Place = place };

    private static ContractExample With(string query) => new() { Query = query };

    private static ContractExample Filled(Func<ContractWorld, JsonNode, Task> fill) => new() { Fill = fill };

    private static async Task<string> BookAsync(ContractWorld world) => (await world.Seller.BookAsync()).ToString();

    private static async Task<string> FailedAsync(ContractWorld world) => (await world.Seller.FailedAsync()).ToString();

    private static async Task BookedAsync(ContractWorld world, JsonNode body) => body["shipments"] = new JsonArray(await BookAsync(world));

    private static async Task TimeAsync(ContractWorld world, JsonNode body)
    {
        var time = await world.PickupTimeAsync();
        body["day"] = time["day"]!.DeepClone();
        body["slot"] = time["slot"]!.DeepClone();
    }
}
