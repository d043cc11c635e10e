using System.Text.Json;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Work;

namespace SellerPortal.Data.Work;

/// <summary>Letters as work: written with their cause, sent in the background, tried again while the mail server is away.</summary>
public static class LetterQueue
{
    /// <summary>The kind of work that a letter is.</summary>
    public const string Kind = "mail";

    /// <summary>Adds a letter to the changes that the next save writes. Pulse the <see cref="WorkSignal"/> after the commit.</summary>
    public static void Enqueue(this PortalDbContext database, Letter letter, DateTimeOffset now) =>
        database.Enqueue(Kind, JsonSerializer.Serialize(letter), now);

    /// <summary>The letter that is to be sent.</summary>
    /// <exception cref="JsonException">The work holds no letter.</exception>
    public static Letter Read(WorkItem item) => JsonSerializer.Deserialize<Letter>(item.Payload) ?? throw new JsonException("The work holds no letter.");
}
