using System.Globalization;
using MimeKit;
using SellerPortal.Domain.Messages;

namespace SellerPortal.Platform.Mail;

/// <summary>A letter in the form in which it travels.</summary>
internal static class LetterMime
{
    /// <summary>Puts the letter together. Its Message-ID follows from its id, so that mail servers can tell a repetition.</summary>
    public static MimeMessage Of(Letter letter, Guid id, string from, DateTimeOffset now)
    {
        var sender = MailboxAddress.Parse(from);
        var message = new MimeMessage
        {
            Subject = letter.Subject.ReplaceLineEndings(" "),
            Date = now,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{id:N}@{sender.Domain}"),
            Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody(),
        };
        message.From.Add(sender);
        message.To.Add(MailboxAddress.Parse(letter.To));
        // So that an answering machine does not answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
