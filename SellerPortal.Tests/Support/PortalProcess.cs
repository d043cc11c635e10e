using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace SellerPortal.Tests.Support;

/// <summary>The portal as a process of its own, for what only a process can show: exit codes, console lines, a kill.</summary>
public sealed partial class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PortalProcess(Process process) => _process = process;

    public string Output => _output.ToString();

    public string Errors => _errors.ToString();

    /// <summary>Starts the portal on a free port with the settings given as name and value.</summary>
    public static PortalProcess Start(params ReadOnlySpan<(string Name, string Value)> settings)
    {
        var folder = AppContext.BaseDirectory;
        var info = new ProcessStartInfo("dotnet", ["SellerPortal.dll", "--contentRoot", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        info.Environment["Urls"] = "http://127.0.0.1:0";
        info.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in settings) info.Environment[name] = value;
        var portal = new PortalProcess(new Process { StartInfo = info });
        portal._process.OutputDataReceived += (_, line) => portal.TakeOutput(line.Data);
        portal._process.ErrorDataReceived += (_, line) => portal.TakeError(line.Data);
        portal._process.Start();
        portal._process.BeginOutputReadLine();
        portal._process.BeginErrorReadLine();
        return portal;
    }

    /// <summary>Waits until the portal serves, and says where.</summary>
    public async Task<Uri> ReadyAsync()
    {
        var ended = _process.WaitForExitAsync();
        var first = await Task.WhenAny(_address.Task, ended, Task.Delay(TimeSpan.FromSeconds(60)));
        return first == _address.Task
            ? await _address.Task
            : throw new InvalidOperationException($"The portal did not start.\n{Output}\n{Errors}");
    }

    /// <summary>Waits until the portal has ended by itself.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListeningLine();

    private void TakeOutput(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (ListeningLine().Match(line) is { Success: true } match) _address.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    private void TakeError(string? line)
    {
        if (line is null) return;
        lock (_errors) _errors.AppendLine(line);
    }
}
