using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SellerPortal.Data;
using SellerPortal.Domain.Access;

[assembly: AssemblyFixture(typeof(SellerPortal.Tests.Support.TestHost))]

namespace SellerPortal.Tests.Support;

/// <summary>
/// The whole portal in memory on a SQLite file of its own, with the real directory and the real tariffs. One for the
/// run: take it as a constructor parameter. Tests make sellers of their own and so do not see each other.
/// </summary>
public sealed class TestHost : WebApplicationFactory<Program>
{
    private readonly string _file = TestDatabase.NewSqliteFile();
    private readonly Lock _start = new();

    /// <summary>A PostgreSQL database in place of the file.</summary>
    internal string? Postgres { get; init; }

    /// <summary>Puts something of a test in the place of what the portal registers.</summary>
    internal Action<IServiceCollection>? Replace { get; init; }

    /// <summary>The folder that letters are written to.</summary>
    public string MailFolder => Path.Combine(Path.GetDirectoryName(_file)!, "mail");

    /// <summary>What the portal registered. The factory would begin twice for two tests that are the first ones at the same moment.</summary>
    public override IServiceProvider Services
    {
        get
        {
            lock (_start) return base.Services;
        }
    }

    /// <summary>A client that nobody has signed in, and that follows no redirect.</summary>
    public HttpClient Anonymous()
    {
        _ = Services;
        return CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    /// <summary>A client that acts as <paramref name="actor"/>, without the detour over the sign-in page.</summary>
    public HttpClient As(Actor actor)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, HeaderAuthentication.Write(actor));
        return client;
    }

    /// <summary>A context on the host's database.</summary>
    public PortalDbContext Database() => Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var folder = Path.GetDirectoryName(_file)!;
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                // The last connection of a background service is closing its log beside the file.
                await Task.Delay(50);
            }
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        if (Postgres is not null) builder.UseSetting("Database:Provider", "Postgres");
        builder.UseSetting("ConnectionStrings:Portal", Postgres ?? $"Data Source={_file}");
        // What a call without a key is answered is no news in a log of thousands of tests.
        builder.UseSetting("Logging:LogLevel:SellerPortal.Platform.Security", "Warning");
        builder.UseSetting("Sellers:FirstCustomerId", "5000000001");
        builder.UseSetting("Mail:PickupFolder", MailFolder);
        // All tests ask the same offices for pickups.
        builder.UseSetting("Pickups:Capacity", "1000000");
        builder.UseSetting("RateLimits:PublicPerMinute", "1000000");
        builder.UseSetting("RateLimits:SignInPerMinute", "1000000");
        builder.UseSetting("RateLimits:KeyedPerMinute", "1000000");
        builder.UseSetting("RateLimits:TokenPerMinute", "1000000");
        builder.UseSetting("RateLimits:FailedPerMinute", "1000000");
        builder.ConfigureServices(services => services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Scheme, null)
            .Services.PostConfigure<AuthenticationOptions>(options => HeaderAuthentication.Prefer(options)));
        if (Replace is not null) builder.ConfigureTestServices(Replace);
    }

    /// <summary>Signs in whoever a header names; only a test can send it, because only the test host knows the scheme.</summary>
    private sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        public new const string Scheme = "TestHeader";
        public const string Header = "X-Test-Actor";
        private static string? _forwardTo;

        public static void Prefer(AuthenticationOptions options)
        {
            _forwardTo = options.DefaultAuthenticateScheme ?? options.DefaultScheme;
            options.DefaultAuthenticateScheme = Scheme;
        }

        public static string Write(Actor actor) => string.Join('|', ActorClaims.Of(actor).Select(claim => $"{claim.Type} {claim.Value}"));

        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers[Header].ToString() is not { Length: > 0 } text)
            {
                return _forwardTo is null ? AuthenticateResult.NoResult() : await Context.AuthenticateAsync(_forwardTo);
            }

            var identity = new ClaimsIdentity(Scheme);
            identity.AddClaim(new Claim(ClaimTypes.Name, "test"));
            identity.AddClaims(text.Split('|').Select(claim => claim.Split(' ', 2)).Select(claim => new Claim(claim[0], claim[1])));
            return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
        }
    }
}
