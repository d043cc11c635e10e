using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SellerPortal.Tests.Support;

/// <summary>
/// A theory that runs programs of others; skipped by name where one is missing, unless PORTAL_REQUIRE_TOOLS forbids it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <param name="tools">Names of programs, separated by spaces.</param>
    /// <param name="file">Where the test stands.</param>
    /// <param name="line">On which line.</param>
    public ToolTheoryAttribute(string tools, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Tools = tools;
        var missing = tools.Split(' ').FirstOrDefault(tool => Tool.Find(tool) is null);
        if (missing is not null && !OutsideTools.Required) Skip = $"No {missing} on the path";
    }

    public string Tools { get; }
}

/// <summary>Runs a program of others.</summary>
public static class Tool
{
    /// <summary>The full path of a program, or null.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>What the program wrote to its standard output; a failure of the program fails the test.</summary>
    public static Task<string> RunAsync(string name, params IEnumerable<string> arguments) => RunAsync(name, new Dictionary<string, string>(), arguments);

    /// <summary>The same, with settings in its environment.</summary>
    public static async Task<string> RunAsync(string name, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(Find(name) ?? throw new FileNotFoundException($"No {name} on the path."))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (setting, value) in environment) info.Environment[setting] = value;
        foreach (var argument in arguments) info.ArgumentList.Add(argument);
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{name} ended with {process.ExitCode}: {await errors}");
        return output;
    }
}
