using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;

namespace SellerPortal.Platform.Mail;

/// <summary>
/// Writes each letter as a file into a folder from which a mail server takes it (Postfix, IIS SMTP and others watch
/// such a folder). A letter appears under its name only when it is whole.
/// </summary>
internal sealed class PickupFolderMailDrop(IOptions<MailOptions> options, IHostEnvironment environment, TimeProvider time) : IMailDrop
{
    private const int LineLength = 76;

    public async Task DropAsync(Letter letter, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var name = $"{now.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}-{Guid.CreateVersion7(now):N}";
        var folder = Path.GetFullPath(options.Value.PickupFolder, environment.ContentRootPath);
        try
        {
            Directory.CreateDirectory(folder);
            var unfinished = Path.Combine(folder, $"{name}.tmp");
            await File.WriteAllTextAsync(unfinished, Write(letter, name, now), token);
            File.Move(unfinished, Path.Combine(folder, $"{name}.eml"));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"The mail folder {folder} cannot be written.", error);
        }
    }

    private string Write(Letter letter, string id, DateTimeOffset now)
    {
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes(letter.Body.ReplaceLineEndings("\r\n")));
        var file = new StringBuilder();
        Header("From", options.Value.From);
        Header("To", letter.To);
        Header("Subject", $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(letter.Subject))}?=");
        Header("Date", now.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture));
        Header("Message-ID", $"<{id}@{options.Value.From.Split('@')[^1]}>");
        Header("MIME-Version", "1.0");
        Header("Content-Type", "text/plain; charset=utf-8");
        Header("Content-Transfer-Encoding", "base64");
        file.Append("\r\n");
        for (var i = 0; i < body.Length; i += LineLength) file.Append(body, i, Math.Min(LineLength, body.Length - i)).Append("\r\n");
        return file.ToString();

        // A line break in a value would begin a header of the sender's choosing.
        void Header(string name, string value) => file.Append(name).Append(": ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
    }
}
