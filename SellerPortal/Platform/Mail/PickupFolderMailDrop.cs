using Microsoft.Extensions.Options;
using SellerPortal.Domain.Messages;

namespace SellerPortal.Platform.Mail;

/// <summary>
/// Writes each letter as a file into a folder from which a mail server takes it (Postfix, IIS SMTP and others watch
/// such a folder). A letter appears under its name only when it is whole, and the same letter has the same name.
/// </summary>
internal sealed class PickupFolderMailDrop(IOptions<MailOptions> options, IHostEnvironment environment, TimeProvider time) : IMailDrop
{
    public async Task DropAsync(Letter letter, Guid id, CancellationToken token)
    {
        var folder = Path.GetFullPath(options.Value.PickupFolder, environment.ContentRootPath);
        try
        {
            Directory.CreateDirectory(folder);
            var unfinished = Path.Combine(folder, $"{id:N}.tmp");
            await using (var file = File.Create(unfinished))
            {
                using var message = LetterMime.Of(letter, id, options.Value.From, time.GetUtcNow());
                await message.WriteToAsync(file, token);
            }

            File.Move(unfinished, Path.Combine(folder, $"{id:N}.eml"), overwrite: true);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"The mail folder {folder} cannot be written.", error);
        }
    }
}
