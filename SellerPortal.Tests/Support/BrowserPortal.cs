using System.Net.Http.Headers;
using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SellerPortal.Tests.Support;

/// <summary>
/// The portal as its own process, in Development with its demo accounts, and a Chromium to walk through it. One for
/// all journeys; each journey opens a context of its own.
/// </summary>
public sealed class BrowserPortal : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private PortalProcess? _portal;
    private string? _feedKey;

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>The folder that letters are written to.</summary>
    public string MailFolder { get; private set; } = "";

    /// <summary>Where screenshots are kept; named by PORTAL_TEST_SCREENSHOTS, else none are taken.</summary>
    private static string? Screenshots => Environment.GetEnvironmentVariable("PORTAL_TEST_SCREENSHOTS");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(BrowserFactAttribute.Chromium)) return;
        MailFolder = Directory.CreateTempSubdirectory("portal-mail-").FullName;
        _portal = PortalProcess.Start(
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("RateLimits__SignInPerMinute", "10000"),
            ("RateLimits__PublicPerMinute", "10000"),
            ("Webhooks__AllowPrivateAddresses", "true"),
            ("Webhooks__AllowHttp", "true"),
            ("Mail__PickupFolder", MailFolder),
            ("ConnectionStrings__Portal", $"Data Source={TestDatabase.NewSqliteFile()}"));
        Address = await _portal.ReadyAsync();
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A visitor with cookies of their own, on a screen of the given size.</summary>
    public async Task<Visitor> VisitAsync(int width = 1366, int height = 768, string locale = "en-IN")
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = locale,
            TimezoneId = "Asia/Kolkata",
        });
        context.SetDefaultTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync(), width);
    }

    /// <summary>Sends scans as the post does, with a key that an admin makes at the first call.</summary>
    public async Task FeedAsync(params string[] scans)
    {
        _feedKey ??= await MakeKeyAsync("admin@portal.example", "/admin/api-keys", "Scans of the journeys");
        using var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", _feedKey);
        using var body = new StringContent($"[{string.Join(',', scans)}]", Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        var answer = await client.PostAsync(new Uri("/api/v1/tracking/events", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_portal is not null) await _portal.DisposeAsync();
    }

    /// <summary>Makes a key with all scopes that the page offers.</summary>
    public async Task<string> MakeKeyAsync(string account, string path, string name)
    {
        await using var maker = await VisitAsync();
        await maker.Page.SignInAsync(account);
        await maker.Page.GotoAsync(path);
        var make = maker.Page.GetByRole(AriaRole.Button, new() { Name = "Make key" });
        await make.PressUntilAsync(maker.Page.GetByText("Give the key a name."));
        await maker.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync(name);
        foreach (var scope in await maker.Page.Locator(".scopes input").AllAsync()) await scope.CheckAsync();
        await make.ClickAsync();
        return (await maker.Page.Locator(".key-once").InnerTextAsync()).Trim();
    }

    /// <summary>Somebody with a browser window, who also notices what the browser complains about.</summary>
    public sealed class Visitor : IAsyncDisposable
    {
        private readonly IBrowserContext _context;
        private readonly int _width;
        private readonly List<string> _complaints = [];

        internal Visitor(IBrowserContext context, IPage page, int width)
        {
            _context = context;
            Page = page;
            _width = width;
            page.Console += (_, message) =>
            {
                if (message.Type == "error") _complaints.Add(message.Text);
            };
            page.PageError += (_, error) => _complaints.Add(error);
        }

        public IPage Page { get; }

        /// <summary>Errors in the browser's console, policy violations among them.</summary>
        public IReadOnlyList<string> Complaints => _complaints;

        /// <summary>Looks at the page as it stands: a screenshot, no sideways scrolling, no serious finding of axe.</summary>
        public async Task LookAsync(string name)
        {
            // When a circuit takes over, the head is made anew; a person looks after that.
            await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Page.WaitForTimeoutAsync(300);
            await Page.WaitForFunctionAsync("document.title.length > 0");
            if (Screenshots is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
                await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{_width}.png"), FullPage = true });
            }

            var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{name} at {_width} px scrolls sideways by {overflow} px");
            var result = await Page.RunAxe();
            var serious = result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Describe);
            Assert.True(!serious.Any(), $"{name} at {_width} px:\n{string.Join('\n', serious)}");
        }

        public ValueTask DisposeAsync() => _context.DisposeAsync();

        private static string Describe(AxeResultItem violation) =>
            $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}";
    }
}
