using MimeKit;

namespace SellerPortal.Tests.Support;

/// <summary>The letters that the portal wrote into a folder.</summary>
public static class TestLetters
{
    public static IReadOnlyList<MimeMessage> In(string folder) => Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.eml").Select(file => MimeMessage.Load(file))] : [];
}
