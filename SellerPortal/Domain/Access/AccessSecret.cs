using System.Security.Cryptography;
using System.Text;

namespace SellerPortal.Domain.Access;

/// <summary>
/// Secrets with which systems call. Only their SHA-256 is kept, which is enough because a secret is 256 random bits and
/// not a word that could be guessed.
/// </summary>
public static class AccessSecret
{
    /// <summary>Random characters of a secret: 52 of 32 different ones are 260 bits.</summary>
    public const int Length = 52;

    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Random characters.</summary>
    public static string Random(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>What is kept of a secret.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>True when the secret is the one that was kept; the time taken tells nothing about it.</summary>
    public static bool Matches(string secret, byte[]? kept) => kept is not null && CryptographicOperations.FixedTimeEquals(HashOf(secret), kept);
}
