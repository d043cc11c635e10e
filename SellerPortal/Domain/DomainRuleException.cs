namespace SellerPortal.Domain;

/// <summary>
/// An attempt to do what the rules of posting an article forbid. What a user can cause and correct is returned
/// as a result instead; this is thrown when a caller skipped that check.
/// </summary>
/// <param name="code">A stable, lower-case code such as <c>shipment.already_dispatched</c>.</param>
/// <param name="message">One English sentence for the log.</param>
public sealed class DomainRuleException(string code, string message) : Exception(message)
{
    /// <summary>The stable code of the broken rule.</summary>
    public string Code { get; } = code;
}
