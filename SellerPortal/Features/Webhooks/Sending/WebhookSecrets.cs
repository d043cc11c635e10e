using Microsoft.AspNetCore.DataProtection;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// Protects secrets in the database with the portal's own keys: they are needed in clear to sign, so a fingerprint alone
/// would not do.
/// </summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("SellerPortal.Webhooks.Secret.v1");

    /// <summary>The secret as it is kept.</summary>
    public string Protect(string secret) => protector.Protect(secret);

    /// <summary>The secret in clear.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The portal's keys are not those it was protected with.</exception>
    public string Unprotect(string kept) => protector.Unprotect(kept);
}
