using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>The portal as a process of its own on loopback, as it is run.</summary>
internal sealed class PortalServer : IAsyncDisposable
{
    private readonly Process process;

    private PortalServer(Process process) => this.process = process;

    public static Uri Address { get; } = new("http://127.0.0.1:5098");

    /// <summary>The most memory that it ever held, in megabytes.</summary>
    public double PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <param name="postgres">A connection string, or null for SQLite.</param>
    /// <param name="file">The SQLite file.</param>
    /// <param name="environment">Production, or Development with its demo accounts.</param>
    public static async Task<PortalServer> StartAsync(string? postgres, string file, string environment)
    {
        var info = new ProcessStartInfo("dotnet", ["SellerPortal.dll", "--contentRoot", AppContext.BaseDirectory]) { WorkingDirectory = AppContext.BaseDirectory };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        info.Environment["Urls"] = Address.ToString();
        info.Environment["Database__Provider"] = postgres is null ? "Sqlite" : "Postgres";
        info.Environment["ConnectionStrings__Portal"] = postgres ?? $"Data Source={file}";
        info.Environment["Logging__LogLevel__Default"] = "Warning";
        info.Environment["Mail__PickupFolder"] = Path.Combine(Path.GetDirectoryName(file)!, "mail");
        foreach (var limit in new[] { "Public", "Keyed", "SignIn" }) info.Environment[$"RateLimits__{limit}PerMinute"] = 100_000_000.ToString(CultureInfo.InvariantCulture);
        var server = new PortalServer(Process.Start(info)!);
        using var client = new HttpClient { BaseAddress = Address };
        while (!await IsReadyAsync(client)) await Task.Delay(100);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }
}
