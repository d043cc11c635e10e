namespace SellerPortal.Domain.Access;

/// <summary>A key with which another system calls the portal. The key itself is shown once; see <see cref="AccessSecret"/>.</summary>
public sealed class ApiKey
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    /// <summary>The most keys of one seller, or of the Department, that open something at a time.</summary>
    public const int MostOpen = 50;

    /// <summary>Characters of a key that are kept readable, so that it can be told from others.</summary>
    public const int PrefixLength = 12;

    private const string Start = "ipk_";
    private const string TestStart = "test_";
    private const int SecretLength = AccessSecret.Length;

    private ApiKey()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>What the key is for, in the words of whoever made it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The first characters of the key.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the whole key.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>What the key may do, separated by spaces; see <see cref="ApiScopes"/>.</summary>
    public string Scopes { get; private set; } = "";

    /// <summary>The seller the key acts for; null for a system of the Department.</summary>
    public SellerId? SellerId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The account that made it.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>From then on it opens nothing; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>Changed at every save.</summary>
    public Guid Version { get; private set; }

    /// <summary>Makes a key.</summary>
    /// <returns>What is stored, and the key itself, which is never seen again.</returns>
    public static (ApiKey Stored, string Key) Create(NewApiKey wanted, Guid by, DateTimeOffset now)
    {
        var start = wanted.SellerId is { IsTest: true } ? TestStart : Start;
        var key = start + AccessSecret.Random(PrefixLength - start.Length + SecretLength);
        var stored = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            Name = wanted.Name,
            Prefix = key[..PrefixLength],
            Hash = AccessSecret.HashOf(key),
            Scopes = string.Join(' ', wanted.Scopes.Order(StringComparer.Ordinal)),
            SellerId = wanted.SellerId,
            CreatedAt = now,
            CreatedBy = by,
            ExpiresAt = wanted.ExpiresAt,
        };
        return (stored, key);
    }

    /// <summary>The readable start of a key, or null when the text is no key of the portal.</summary>
    public static string? PrefixOf(string? key) =>
        key is { Length: PrefixLength + SecretLength } && (key.StartsWith(Start, StringComparison.Ordinal) || IsTest(key)) ? key[..PrefixLength] : null;

    /// <summary>True for a key of the test mode, or its readable start.</summary>
    public static bool IsTest(string key) => key.StartsWith(TestStart, StringComparison.Ordinal);

    /// <summary>True when <paramref name="key"/> is this key and it still opens what it opened; the time taken tells nothing about the key.</summary>
    public bool Opens(string key, DateTimeOffset now) =>
        AccessSecret.Matches(key, Hash) && IsOpen(now);

    /// <summary>A key that takes this one's place; this one opens for a while longer, so that systems can be changed one by one.</summary>
    /// <param name="overlap">How long both open; nothing to end this one at once.</param>
    /// <param name="by">The account that asks for it.</param>
    /// <param name="now">The present.</param>
    /// <returns>What is stored of the new key, and the key itself.</returns>
    /// <exception cref="DomainRuleException">The key opens nothing any more.</exception>
    public (ApiKey Stored, string Key) Rotate(TimeSpan overlap, Guid by, DateTimeOffset now)
    {
        if (!IsOpen(now)) throw new DomainRuleException("key.ended", "A key that has ended is not renewed.");
        var life = ExpiresAt - CreatedAt;
        var next = Create(new NewApiKey(Name, Scopes.Split(' ').ToHashSet(StringComparer.Ordinal), now + life, SellerId), by, now);
        var end = now + overlap;
        if (!(ExpiresAt < end)) ExpiresAt = end;
        return next;
    }

    /// <summary>Ends the key at once; a second time changes nothing.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    private bool IsOpen(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);
}

/// <summary>What a new key is to be.</summary>
public sealed record NewApiKey(string Name, IReadOnlySet<string> Scopes, DateTimeOffset? ExpiresAt, SellerId? SellerId = null);
