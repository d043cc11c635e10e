using SellerPortal.Data.Work;
using SellerPortal.Domain.Work;
using SellerPortal.Platform.Mail;

namespace SellerPortal.Features.Notifications.Letters;

/// <summary>
/// Hands queued letters to the mail server. While it is away the pauses grow from half a minute to six hours; after more
/// than a week the letter is given up and waits for an admin.
/// </summary>
internal sealed class SendLetter(IMailDrop mail, TimeProvider time) : IWorkHandler
{
    private const int MostAttempts = 40;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    public string Kind => LetterQueue.Kind;

    public int AtOnce => 2;

    public TimeSpan? RetryAfter(int attempts)
    {
        if (attempts >= MostAttempts) return null;
        // Compared before it is made: what many doublings come to is no time any more.
        var doublings = Math.Pow(2, attempts - 1);
        return doublings < LongestPause / FirstPause ? FirstPause * doublings : LongestPause;
    }

    public async Task ExecuteAsync(WorkItem item, CancellationToken token)
    {
        var letter = LetterQueue.Read(item);
        if (letter.NotAfter < time.GetUtcNow()) return;
        await mail.DropAsync(letter, item.Id, token);
    }
}
