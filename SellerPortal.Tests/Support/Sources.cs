namespace SellerPortal.Tests.Support;

/// <summary>The portal's source files, for tests that read them.</summary>
internal static class Sources
{
    /// <summary>The folder of the portal's project.</summary>
    public static string Portal { get; } = Find();

    /// <summary>The files with one of the endings, except what a build makes.</summary>
    public static IEnumerable<string> Files(params string[] endings) => Directory
        .EnumerateFiles(Portal, "*", SearchOption.AllDirectories)
        .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
        .Where(file => !Relative(file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <summary>The path as seen from the portal's folder.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Portal, file);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SellerPortal.sln"))) return Path.Combine(folder.FullName, "SellerPortal");
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
