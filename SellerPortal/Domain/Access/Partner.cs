namespace SellerPortal.Domain.Access;

/// <summary>
/// Another system that acts for many sellers, such as GeM: for those it registered and no other. It fetches tokens with
/// its client id and secret (OAuth 2.0, client credentials).
/// </summary>
public sealed class Partner
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    private const string Start = "partner_";
    private const string TestStart = "test_partner_";
    private const int IdLength = 20;

    private Partner()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What the partner calls itself when it fetches a token; no secret.</summary>
    public string ClientId { get; private set; } = "";

    /// <summary>True for one that registers sellers of the test mode, and no others.</summary>
    public bool IsTest => IsTestClient(ClientId);

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>SHA-256 of the secret before, while it still opens.</summary>
    public byte[]? OldSecretHash { get; private set; }

    public DateTimeOffset? OldSecretUntil { get; private set; }

    /// <summary>What the partner may do, separated by spaces; see <see cref="ApiScopes.OfPartners"/>.</summary>
    public string Scopes { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The admin's account that made it.</summary>
    public Guid CreatedBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it last called, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Changed at every save.</summary>
    public Guid Version { get; private set; }

    /// <summary>True for the client id of a partner of the test mode.</summary>
    public static bool IsTestClient(string clientId) => clientId.StartsWith(TestStart, StringComparison.Ordinal);

    /// <summary>Admits a partner.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="by">The admin's account.</param>
    /// <param name="now">The present.</param>
    /// <param name="test">True for one that is let into the test mode only.</param>
    /// <returns>What is stored, and the secret, which is never seen again.</returns>
    public static (Partner Stored, string Secret) Admit(string name, IReadOnlySet<string> scopes, Guid by, DateTimeOffset now, bool test = false)
    {
        var secret = AccessSecret.Random(AccessSecret.Length);
        var partner = new Partner
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            ClientId = (test ? TestStart : Start) + AccessSecret.Random(IdLength),
            SecretHash = AccessSecret.HashOf(secret),
            Scopes = string.Join(' ', scopes.Order(StringComparer.Ordinal)),
            CreatedAt = now,
            CreatedBy = by,
        };
        return (partner, secret);
    }

    /// <summary>True when the secret opens at this moment.</summary>
    public bool Opens(string secret, DateTimeOffset now) =>
        RevokedAt is null && (AccessSecret.Matches(secret, SecretHash) | (now < OldSecretUntil && AccessSecret.Matches(secret, OldSecretHash)));

    /// <summary>A new secret; the present one opens for a while longer.</summary>
    /// <exception cref="DomainRuleException">The partner is shut out.</exception>
    public string Rotate(TimeSpan overlap, DateTimeOffset now)
    {
        if (RevokedAt is not null) throw new DomainRuleException("partner.revoked", "A partner that is shut out gets no secret.");
        var secret = AccessSecret.Random(AccessSecret.Length);
        (OldSecretHash, OldSecretUntil, SecretHash) = (SecretHash, now + overlap, AccessSecret.HashOf(secret));
        return secret;
    }

    /// <summary>Shuts the partner out at once, its tokens too; a second time changes nothing.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
