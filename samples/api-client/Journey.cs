using System.Globalization;

namespace SellerPortal.Samples;

/// <summary>Registers a seller as a partner, or takes the seller of a key; then quotes, books, fetches the label and tracks.</summary>
internal static class Journey
{
    private const string Usage =
        """
        usage: ApiClient [LABEL.pdf]
          PORTAL_URL                                  the portal; http://localhost:5080 when left out
          PORTAL_KEY                                  a seller's key, made under API keys; or
          PORTAL_CLIENT_ID and PORTAL_CLIENT_SECRET   a partner's access, made by an admin
          PORTAL_SELLER                               partners: a seller registered before; a new one is registered when left out
          PORTAL_WAIT                                 partners: seconds to wait for the approval of a new seller; 600 when left out
        """;

    public static async Task<int> Main(string[] arguments)
    {
        var file = arguments.Length > 0 ? arguments[0] : "label.pdf";
        var (key, id, secret) = (Setting("PORTAL_KEY"), Setting("PORTAL_CLIENT_ID"), Setting("PORTAL_CLIENT_SECRET"));
        if (arguments.Length > 1 || (key is null && (id is null || secret is null)))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            using var portal = new PortalClient(new Uri(Setting("PORTAL_URL") ?? "http://localhost:5080"));
            if (key is not null)
            {
                portal.UseKey(key);
            }
            else
            {
                await portal.SignInAsync(id!, secret!);
                portal.ActFor(Setting("PORTAL_SELLER") ?? await RegisterAsync(portal));
            }

            await PostParcelAsync(portal, file);
            return 0;
        }
        catch (Exception fault) when (fault is PortalException or HttpRequestException or TaskCanceledException or TimeoutException or FormatException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static async Task<string> RegisterAsync(PortalClient portal)
    {
        var registered = await portal.PostAsync("/api/v1/sellers", new
        {
            legalName = "Narmada Crafts",
            gemSellerId = $"GEM-{Guid.CreateVersion7():N}"[..24],
            email = "crafts@example.in",
            gstin = "27AAPFU0939F1ZV",
            pickupAddress = new { mobile = "9826012345", line1 = "12 Ghat Road", pincode = "482001" },
        });
        var id = registered.Text("id");
        Console.WriteLine($"Registered seller {id}; the Department approves it.");
        var wait = int.Parse(Setting("PORTAL_WAIT") ?? "600", CultureInfo.InvariantCulture);
        for (var second = 0; second < wait; second++)
        {
            var seller = await portal.GetAsync($"/api/v1/sellers/{id}");
            switch (seller.Text("status"))
            {
                case "Approved":
                    Console.WriteLine($"Approved with customer id {seller.Text("customerId")}.");
                    return id;
                case "Rejected":
                    throw new TimeoutException($"The Department rejected the seller: {seller.Text("statusReason")}");
            }

            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        throw new TimeoutException($"Seller {id} is not approved yet. Go on later with PORTAL_SELLER={id}.");
    }

    private static async Task PostParcelAsync(PortalClient portal, string file)
    {
        var quotes = await portal.PostAsync("/api/v1/quotes", new { fromPincode = "482001", toPincode = "560001", weightGrams = 1250 });
        foreach (var quote in quotes.GetProperty("quotes").EnumerateArray())
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{quote.Text("productName")}: Rs {quote.GetProperty("totalPaise").GetInt64() / 100m:F2}"));
        }

        var booked = await portal.PostAsync("/api/v1/shipments", new
        {
            productCode = "SP_PARCEL",
            weightGrams = 1250,
            contents = "School globes",
            order = "ORD-1",
            consignee = new { name = "The Principal", company = "Kendriya Vidyalaya", line1 = "Sector 4, Bhilai Road", pincode = "560001", mobile = "9826054321" },
        });
        var article = booked.Text("article");
        Console.WriteLine($"Booked {article}.");

        await portal.DownloadAsync($"/api/v1/shipments/{booked.Text("id")}/label?format=a6", file);
        Console.WriteLine($"The label is in {file}.");

        var tracked = await portal.GetAsync($"/api/v1/tracking/{article}");
        Console.WriteLine($"{article} is {tracked.Text("status")}.");
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
