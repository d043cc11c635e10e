using System.Buffers.Text;
using System.Security.Cryptography;

namespace SellerPortal.Domain.Access;

/// <summary>
/// Asks somebody to join a seller's team. The link in the letter carries a token of which only the SHA-256 is kept: it is
/// 256 random bits, so nobody can guess it, and who reads the database cannot use it.
/// </summary>
public sealed class TeamInvitation
{
    /// <summary>The most colleagues of one seller, those invited included.</summary>
    public const int MostColleagues = 50;

    /// <summary>The most letters with invitations of one seller in a day: the portal is not to fill strangers' mailboxes.</summary>
    public const int MostLettersPerDay = 100;

    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>How long after a letter the next one may go out.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>How long the same form may be sent once more after joining, as by a double click.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(2);

    private TeamInvitation()
    {
    }

    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    /// <summary>Where the letter goes, as typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The address in capitals, as accounts are found by.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>What the colleague will be allowed to do.</summary>
    public TeamRole Role { get; private set; }

    /// <summary>SHA-256 of the token of the last letter; earlier letters open nothing.</summary>
    public byte[] TokenHash { get; private set; } = [];

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>From then on the link opens nothing.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When somebody joined with it; null while it is open.</summary>
    public DateTimeOffset? JoinedAt { get; private set; }

    /// <summary>The account that was made with it.</summary>
    public Guid? JoinedAs { get; private set; }

    /// <summary>Changed at every save.</summary>
    public Guid Version { get; private set; }

    /// <summary>A new invitation.</summary>
    /// <returns>What is stored, and the token for the letter, which is never seen again.</returns>
    public static (TeamInvitation Stored, string Token) Create(Guid id, SellerId seller, string email, TeamRole role, DateTimeOffset now)
    {
        var stored = new TeamInvitation { Id = id, SellerId = seller, Email = email, EmailKey = KeyOf(email), Role = role };
        return (stored, stored.Renew(now));
    }

    /// <summary>The form in which two addresses are compared.</summary>
    public static string KeyOf(string email) => email.Normalize().ToUpperInvariant();

    /// <summary>What is kept of a token.</summary>
    public static byte[] HashOf(string token) => AccessSecret.HashOf(token);

    /// <summary>A new token with its full life; the old one opens nothing any more.</summary>
    /// <exception cref="DomainRuleException">Somebody joined with it already.</exception>
    public string Renew(DateTimeOffset now)
    {
        if (JoinedAs is not null) throw new DomainRuleException("invitation.used", "An invitation with which somebody joined is not sent again.");
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        (TokenHash, SentAt, ExpiresAt) = (HashOf(token), now, now + Life);
        return token;
    }

    /// <summary>True while somebody may join with it.</summary>
    public bool IsOpen(DateTimeOffset now) => JoinedAs is null && now < ExpiresAt;

    /// <summary>True when its last letter went out a moment ago.</summary>
    public bool WasJustSent(DateTimeOffset now) => now < SentAt + Pause;

    /// <summary>True for a moment after joining: the form may have been sent twice.</summary>
    public bool WasJustUsed(DateTimeOffset now) => now < JoinedAt + Again;

    /// <summary>Ends it: the account was made.</summary>
    /// <exception cref="DomainRuleException">It is not open.</exception>
    public void Join(Guid account, DateTimeOffset now)
    {
        if (!IsOpen(now)) throw new DomainRuleException("invitation.ended", "Nobody can join with an invitation that has ended.");
        (JoinedAs, JoinedAt) = (account, now);
    }
}
