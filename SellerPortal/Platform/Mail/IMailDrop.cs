using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Work;

namespace SellerPortal.Platform.Mail;

/// <summary>Hands letters on to where they are delivered from.</summary>
public interface IMailDrop
{
    /// <summary>Hands one letter on.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="id">Its name for ever: a letter handed on twice after a crash carries it both times.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="WorkRefusedException">Its receiver is refused for good.</exception>
    /// <exception cref="Exception">It was not taken; try again later.</exception>
    Task DropAsync(Letter letter, Guid id, CancellationToken token);
}
