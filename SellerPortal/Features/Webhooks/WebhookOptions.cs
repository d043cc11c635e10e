using SellerPortal.Features.Webhooks.Sending;

namespace SellerPortal.Features.Webhooks;

/// <summary>How messages are sent; the section "Webhooks" of the configuration.</summary>
public sealed record WebhookOptions
{
    /// <summary>True to send also to private, loopback and other addresses that are not public: for a closed network, and for tests.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>True to send also over plain HTTP, where anybody on the way can read along.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Seconds in which a receiver has to answer; above 0, at most 30.</summary>
    public double TimeLimitSeconds { get; init; } = 10;

    /// <summary>Seconds within which an answer counts as quick; above 0.</summary>
    public double QuickSeconds { get; init; } = 2;

    /// <summary>Messages that this node sends to one endpoint at once, once it is known to answer quickly; 1 to 16.</summary>
    public int AtOncePerEndpoint { get; init; } = 4;

    /// <summary>Messages that this node sends at once; 4 to 2,000. Endpoints not known to this node share half of them, slow ones a quarter.</summary>
    public int AtOnce { get; init; } = 256;

    /// <summary>True when every figure is within its limits.</summary>
    public bool IsSound => TimeLimitSeconds is > 0 and <= 30 && QuickSeconds > 0 && AtOncePerEndpoint is >= 1 and <= 16 && AtOnce is >= WebhookPlaces.Fewest and <= 2_000;

    /// <summary>The time limit.</summary>
    public TimeSpan TimeLimit => TimeSpan.FromSeconds(TimeLimitSeconds);

    /// <summary>What takes this long is slow.</summary>
    public TimeSpan Quick => TimeSpan.FromSeconds(QuickSeconds);
}
