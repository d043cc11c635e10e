using System.Net.Mail;

namespace SellerPortal.Domain.Messages;

/// <summary>What may stand as the address of an e-mail.</summary>
public static class EmailAddress
{
    /// <summary>The longest address (RFC 5321, 4.5.3.1.3).</summary>
    public const int Longest = 254;

    /// <summary>The address without spaces around it; null when it is none.</summary>
    public static string? Tidy(string? text)
    {
        var tidy = text?.Trim();
        return tidy is { Length: > 2 and <= Longest }
            && !tidy.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"' or '(' or ')')
            && MailAddress.TryCreate(tidy, out var address)
            && address.Address == tidy
            && address.Host.Contains('.', StringComparison.Ordinal)
            ? tidy
            : null;
    }
}
