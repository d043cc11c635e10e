using System.Runtime.CompilerServices;

namespace SellerPortal.Tests.Support;

/// <summary>
/// A test in a real Chromium; skipped by name where none is found, unless PORTAL_REQUIRE_TOOLS forbids the skip.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (!File.Exists(Chromium) && !OutsideTools.Required) Skip = $"No Chromium at {Chromium}";
    }

    /// <summary>Where Chromium is: PORTAL_TEST_CHROMIUM, or Debian's place for it.</summary>
    public static string Chromium => Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";
}

/// <summary>Programs of others that tests use: browsers, barcode readers, PDF renderers.</summary>
public static class OutsideTools
{
    /// <summary>True where a missing program is a failure and no reason to skip.</summary>
    public static bool Required => Environment.GetEnvironmentVariable("PORTAL_REQUIRE_TOOLS") == "true";
}
