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

    /// <summary>Where what is wrong within an entry of the body is answered in its own result, with 200.</summary>
    public ContractEntries? Entries { get; init; }

    /// <summary>What is taken although the schema does not say so; the description of the operation does.</summary>
    public Func<BrokenBody, bool> Passes { get; init; } = _ => false;
}

/// <summary>The list of a body whose entries have results of their own.</summary>
/// <param name="First">Where its first entry stands.</param>
/// <param name="Errors">What the answer says of the first entry: a list of pointer, reason and remedy.</param>
internal sealed record ContractEntries(string First, Func<JsonNode, IEnumerable<JsonNode?>?> Errors)
{
    /// <summary>True for a place within the first entry, or the entry itself.</summary>
    public bool Holds(string pointer) => pointer == First || pointer.StartsWith($"{First}/", StringComparison.Ordinal);

    /// <summary>Why the answer does not refuse the first entry alone, at the place that is wrong; null when it does.</summary>
    public string? Fault(string pointer, ApiAnswer answer)
    {
        if (answer.Status != System.Net.HttpStatusCode.OK) return $"{answer.Status} {answer.Text}";
        var errors = Errors(answer.Json)?.ToList() ?? [];
        return errors.Exists(error => error!["pointer"]?.ToString() == pointer[First.Length..] && IsSentence(error["reason"]) && IsSentence(error["remedy"])) ? null : $"the entry is not refused there: {answer.Text}";

        static bool IsSentence(JsonNode? text) => text?.ToString() is { } said && said.Contains(' ', StringComparison.Ordinal) && said.EndsWith('.');
    }
}

/// <summary>One line for every operation of the API; a test fails for an operation without one.</summary>
internal static class ContractExamples
{
    /// <summary>The document's own example succeeds as it stands.</summary>
    private static readonly ContractExample AsShown = new();

    public static IReadOnlyDictionary<string, ContractExample> All { get; } = new SortedDictionary<string, ContractExample>(StringComparer.Ordinal)
    {
        ["AddToManifest"] = new() { Place = world => world.ManifestAsync(), Fill = BookedAsync },
        ["BeginPickupRepeat"] = AsShown,
        ["BookShipment"] = AsShown,
        ["BookShipments"] = new() { Entries = new ContractEntries("/shipments/0", answer => answer["results"]![0]!["problem"]?["errors"]?.AsArray()) },
        ["CancelPickup"] = At(world => world.PickupAsync()),
        ["CancelShipment"] = At(BookAsync),
        ["ChangeShipment"] = At(BookAsync),
        ["ChangeWebhook"] = At(world => world.WebhookAsync()),
        ["CheckServiceability"] = AsShown,
        ["CloseManifest"] = At(world => world.ManifestAsync()),
        ["CreateWebhook"] = Filled((world, _) => world.DeleteWebhooksAsync()),
        ["DeleteWebhook"] = At(world => world.WebhookAsync()),
        ["EndPickupRepeat"] = At(world => world.RepeatAsync()),
        ["GetDeclaration"] = At(BookAsync),
        ["GetManifestDeclarations"] = At(world => world.ManifestAsync()),
        ["DownloadLabelFile"] = At(world => world.LabelFileAsync()),
        ["GetLabel"] = At(BookAsync),
        ["GetLabelFile"] = At(world => world.LabelFileAsync()),
        ["GetManifest"] = At(world => world.ManifestAsync()),
        ["GetManifestPaper"] = At(world => world.ManifestAsync()),
        ["GetPickup"] = At(world => world.PickupAsync()),
        ["GetPincode"] = At(_ => Task.FromResult("492001")),
        ["GetQuotes"] = AsShown,
        ["GetQuotesForMany"] = new() { Entries = new ContractEntries("/quotes/0", answer => answer["results"]![0]!["errors"]?.AsArray()) },
        ["GetSeller"] = At(world => world.RegisteredAsync()),
        ["GetShipment"] = At(BookAsync),
        ["GetTariff"] = At(_ => Task.FromResult("SP_PARCEL")),
        ["GetWebhook"] = At(world => world.WebhookAsync()),
        ["GiveInstruction"] = At(FailedAsync),
        ["ListInstructions"] = At(FailedAsync),
        ["ListManifests"] = With("?state=Open&from=2026-11-01&to=2100-01-01&limit=5"),
        ["ListPickupLocations"] = With("?limit=5"),
        ["ListPickupRepeats"] = AsShown,
        ["ListPickupSlots"] = With("?pickupLocation=jabalpur"),
        ["ListPickups"] = With("?state=Requested&limit=5"),
        ["ListSellers"] = With("?status=Pending&gemSellerId=GEM-482001-17&limit=5"),
        ["ListShipments"] = With("?tile=ToPrint&status=Booked&q=school&limit=5"),
        ["ListTariffs"] = AsShown,
        ["ListWebhookDeliveries"] = new() { Place = world => world.WebhookAsync(), Query = "?state=Dead" },
        ["ListWebhooks"] = AsShown,
        ["OpenManifest"] = Filled(BookedAsync),
        ["OrderLabels"] = Filled(BookedAsync),
        ["RecordTrackingEvents"] = new()
        {
            Fill = async (world, body) => body[0]!["article"] = await world.ArticleAsync(),
            Entries = new ContractEntries("/0", answer => answer["rejected"]?.AsArray().Where(one => one!["index"]!.GetValue<int>() == 0)),

            // The post's own format grows, and writes these two as numbers or as text.
            Passes = broken => broken.What == "unknown member" || (broken.What == "wrong type" && broken.Pointer is "/0/officePincode" or "/0/reasonCode"),
        },
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
