using System.Security.Cryptography;
using System.Text;

namespace SellerPortal.Domain.Access;

/// <summary>
/// A key with which another system calls the portal. The key itself is shown once; only its SHA-256 is kept, which is
/// enough because a key is 256 random bits and not a word that could be guessed.
/// </summary>
public sealed class ApiKey
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    /// <summary>Characters of a key that are kept readable, so that it can be told from others.</summary>
    public const int PrefixLength = 12;

    private const string Start = "ipk_";
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int SecretLength = 52;

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
        var key = Start + RandomNumberGenerator.GetString(Alphabet, PrefixLength - Start.Length + SecretLength);
        var stored = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            Name = wanted.Name,
            Prefix = key[..PrefixLength],
            Hash = HashOf(key),
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
        key is { Length: PrefixLength + SecretLength } && key.StartsWith(Start, StringComparison.Ordinal) ? key[..PrefixLength] : null;

    /// <summary>True when <paramref name="key"/> is this key and it still opens what it opened; the time taken tells nothing about the key.</summary>
    public bool Opens(string key, DateTimeOffset now) =>
        CryptographicOperations.FixedTimeEquals(HashOf(key), Hash) && RevokedAt is null && !(ExpiresAt <= now);

    /// <summary>Ends the key at once; a second time changes nothing.</summary>
    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>What a new key is to be.</summary>
public sealed record NewApiKey(string Name, IReadOnlySet<string> Scopes, DateTimeOffset? ExpiresAt, SellerId? SellerId = null);

/// <summary>What a key may be allowed to do.</summary>
public static class ApiScopes
{
    /// <summary>Send scan events.</summary>
    public const string TrackingWrite = "tracking:write";

    /// <summary>All scopes there are.</summary>
    public static IReadOnlyList<string> All { get; } = [TrackingWrite];
}
