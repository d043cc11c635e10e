namespace SellerPortal.Platform.Mail;

/// <summary>Takes letters and sees to their delivery.</summary>
public interface IMailDrop
{
    /// <summary>Takes one letter.</summary>
    /// <exception cref="IOException">It could not be taken and will not be delivered.</exception>
    Task DropAsync(Letter letter, CancellationToken token);
}

/// <summary>One e-mail in plain text.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
public sealed record Letter(string To, string Subject, string Body);
