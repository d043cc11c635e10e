using System.Text;
using MailKit.Security;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SellerPortal.Domain.Messages;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Tests.Platform.Mail;

public sealed class MailDropTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
    private static readonly Letter Hindi = new("stores@pwd.gov.in", "आपका पार्सल रास्ते में है", "नमस्ते\n.एक बिंदु\n", "<p>नमस्ते</p>");
    private static readonly IOptions<MailOptions> Options = Microsoft.Extensions.Options.Options.Create(new MailOptions { From = "no-reply@portal.example" });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Smtp_AServerThatTakesIt_HasTheLetterAsItWasWritten()
    {
        await using var server = new FakeMailServer();
        var id = Guid.CreateVersion7(Now);
        await Drop(server.Port).DropAsync(Hindi, id, Token);
        using var sent = new MemoryStream(Encoding.UTF8.GetBytes(Assert.Single(server.Letters).Replace("\r\n..", "\r\n.", StringComparison.Ordinal)));
        var message = await MimeMessage.LoadAsync(sent, Token);
        Assert.Equal(Hindi.Subject, message.Subject);
        Assert.Equal($"{id:N}@portal.example", message.MessageId);
        Assert.Contains("नमस्ते", message.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task Smtp_AServerThatRefuses_IsAFaultThatIsTriedAgain()
    {
        await using var server = new FakeMailServer("451 Try later");
        await Assert.ThrowsAsync<MailKit.Net.Smtp.SmtpCommandException>(() => Drop(server.Port).DropAsync(Hindi, Guid.CreateVersion7(Now), Token));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task Smtp_NoServer_IsAFaultThatIsTriedAgain()
    {
        int port;
        await using (var server = new FakeMailServer()) port = server.Port;
        await Assert.ThrowsAnyAsync<System.Net.Sockets.SocketException>(() => Drop(port).DropAsync(Hindi, Guid.CreateVersion7(Now), Token));
    }

    [Fact]
    public async Task Folder_TheSameLetterTwice_IsOneWholeFile()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var drop = new PickupFolderMailDrop(Microsoft.Extensions.Options.Options.Create(new MailOptions { PickupFolder = folder }), new Somewhere(), new FakeTimeProvider(Now));
        var id = Guid.CreateVersion7(Now);
        await drop.DropAsync(Hindi, id, Token);
        await drop.DropAsync(Hindi, id, Token);
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Equal(Hindi.Subject, (await MimeMessage.LoadAsync(file, Token)).Subject);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Folder_ThatCannotBeMade_IsAFaultThatIsTriedAgain()
    {
        var file = Path.GetTempFileName();
        var drop = new PickupFolderMailDrop(Microsoft.Extensions.Options.Options.Create(new MailOptions { PickupFolder = Path.Combine(file, "mail") }), new Somewhere(), new FakeTimeProvider(Now));
        await Assert.ThrowsAnyAsync<IOException>(() => drop.DropAsync(Hindi, Guid.CreateVersion7(Now), Token));
        File.Delete(file);
    }

    [Fact]
    public void Letter_WithMarkupInItsFacts_IsNoMarkup()
    {
        var letter = LetterWriter.Write("a@b.in", LetterLanguage.Both, () => new LetterDraft("S", ["<script>alert(1)</script>"], new LetterLink("Open", "https://portal.example/?a=1&b=2")));
        Assert.DoesNotContain("<script>", letter.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://portal.example/?a=1&amp;b=2\"", letter.Html, StringComparison.Ordinal);
        Assert.Contains("Open: https://portal.example/?a=1&b=2", letter.Text, StringComparison.Ordinal);
        Assert.Equal("S / S", letter.Subject);
    }

    [Theory]
    [InlineData("nobody", "a", "", null, null, null, null, "Mail:From")]
    [InlineData("a@b.in", "", "", null, null, null, null, "Mail:PickupFolder")]
    [InlineData("a@b.in", "a", "", "587", null, null, null, "Mail:Smtp:Host is missing")]
    [InlineData("a@b.in", "a", "mail server:25", null, null, null, null, "Mail:Smtp:Host is")]
    [InlineData("a@b.in", "a", "mail.example", "70000", null, null, null, "Mail:Smtp:Port")]
    [InlineData("a@b.in", "a", "mail.example", null, "user", null, null, "belong together")]
    [InlineData("a@b.in", "a", "mail.example", null, "user", "secret", "None", "could be read on its way")]
    [InlineData("a@b.in", "a", "mail.example", null, null, null, "Maybe", "Mail:Smtp:Tls")]
    [InlineData("a@b.in", "a", "mail.example", "25", "user", "secret", "Implicit", null)]
    [InlineData("a@b.in", "a", "", null, null, null, null, null)]
    public void Settings_OfTheConfiguration_AreCheckedAtTheStart(string from, string folder, string host, string? port, string? user, string? password, string? tls, string? fault)
    {
        var options = new MailOptions { From = from, PickupFolder = folder, Smtp = new SmtpSettings { Host = host, Port = port, User = user, Password = password, Tls = tls } };
        var result = new MailOptionsCheck().Validate(null, options);
        Assert.Equal(fault is null, result.Succeeded);
        if (fault is null) return;
        Assert.Contains(fault, Assert.Single(result.Failures!), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    private static SmtpMailDrop Drop(int port) => new(new SmtpServer("127.0.0.1", port, SecureSocketOptions.None, Account: null), Options, new FakeTimeProvider(Now));

    private sealed class Somewhere : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Testing";

        public string ApplicationName { get; set; } = "Portal";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
