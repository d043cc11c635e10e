using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Work;

namespace SellerPortal.Platform.Mail;

/// <summary>
/// Hands each letter to a mail server. A server that does not answer costs half a minute, and the letter is tried again;
/// so is whatever else the server says, but for a receiver that it refuses for good.
/// </summary>
internal sealed class SmtpMailDrop(SmtpServer server, IOptions<MailOptions> options, TimeProvider time) : IMailDrop
{
    /// <summary>Answers from here on are final (RFC 5321, 4.2.1).</summary>
    private const int FirstFinalAnswer = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task DropAsync(Letter letter, Guid id, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Patience);
        try
        {
            using var message = LetterMime.Of(letter, id, options.Value.From, time.GetUtcNow());
            using var client = new SmtpClient();
            await client.ConnectAsync(server.Host, server.Port, server.Security, patience.Token);
            if (server.Account is { } account) await client.AuthenticateAsync(account, patience.Token);
            await client.SendAsync(message, patience.Token);
            await LeaveAsync(client, patience.Token);
        }
        catch (OperationCanceledException fault) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {server.Host}:{server.Port} did not answer in time.", fault);
        }
        catch (SmtpCommandException fault) when (fault.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)fault.StatusCode >= FirstFinalAnswer)
        {
            throw new WorkRefusedException(fault.Message, fault);
        }
    }

    /// <summary>The server has the letter; whether it also hears the farewell does not matter.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken token)
    {
        try
        {
            await client.DisconnectAsync(quit: true, token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or MailKit.CommandException or MailKit.ProtocolException)
        {
            // Sending once more because of it would be worse.
        }
    }
}
