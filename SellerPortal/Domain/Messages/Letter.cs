namespace SellerPortal.Domain.Messages;

/// <summary>One e-mail.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The letter in plain text.</param>
/// <param name="Html">The same as a page; null for plain text alone.</param>
public sealed record Letter(string To, string Subject, string Text, string? Html = null)
{
    /// <summary>After this it is of no use and is dropped, such as a link that has ended; null for a letter that is always worth sending.</summary>
    public DateTimeOffset? NotAfter { get; init; }
}
