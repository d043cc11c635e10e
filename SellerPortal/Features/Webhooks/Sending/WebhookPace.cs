namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>How soon a receiver answers, as far as this node knows; what its messages may hold up follows from that.</summary>
public enum WebhookPace
{
    /// <summary>It is new, or new to this node.</summary>
    Unknown,

    /// <summary>It answered its last messages well and soon.</summary>
    Quick,

    /// <summary>Its last answer took long, or did not come.</summary>
    Slow,
}
