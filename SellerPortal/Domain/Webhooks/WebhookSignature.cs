using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SellerPortal.Domain.Webhooks;

/// <summary>
/// Signs messages after the Standard Webhooks specification 1.0.0: HMAC-SHA256 over <c>id.timestamp.body</c>, written as
/// <c>v1,</c> and base64; several signatures are separated by spaces.
/// </summary>
public static class WebhookSignature
{
    private const string Start = "whsec_";
    private const int SecretBytes = 32;

    /// <summary>A new secret: 32 random bytes, of the 24 to 64 that the specification allows.</summary>
    public static string NewSecret() => Start + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The value of <c>webhook-signature</c>.</summary>
    /// <param name="secrets">The secrets that sign, each as <c>whsec_</c> and base64.</param>
    /// <param name="id">The value of <c>webhook-id</c>.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The body, byte for byte as it is sent.</param>
    /// <exception cref="FormatException">A secret is none.</exception>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        var content = new byte[head.Length + body.Length];
        head.CopyTo(content, 0);
        body.CopyTo(content.AsSpan(head.Length));
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Key(secret), content))}"));
    }

    private static byte[] Key(string secret) => secret.StartsWith(Start, StringComparison.Ordinal)
        ? Convert.FromBase64String(secret[Start.Length..])
        : throw new FormatException($"A secret begins with {Start}.");
}
