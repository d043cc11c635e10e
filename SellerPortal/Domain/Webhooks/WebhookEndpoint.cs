namespace SellerPortal.Domain.Webhooks;

/// <summary>
/// Where a system of a seller wants to be told of events. Its secret signs every message; after a rotation the old one
/// signs along for a day, so that the receiver can change over without losing a message. After a second rotation within the
/// day so does the one before it: a receiver may have missed the secret in between.
/// </summary>
public sealed class WebhookEndpoint
{
    /// <summary>The longest address.</summary>
    public const int LongestUrl = 500;

    /// <summary>The longest list of chosen types.</summary>
    public const int LongestEvents = 600;

    /// <summary>The longest secret as it is kept.</summary>
    public const int LongestSecret = 600;

    /// <summary>Endpoints that one seller can have.</summary>
    public const int MostOfSeller = 10;

    /// <summary>The most old secrets that sign along.</summary>
    private const int MostOld = 2;

    /// <summary>How long the old secret signs along.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private WebhookEndpoint()
    {
    }

    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    public string Url { get; private set; } = "";

    /// <summary>The chosen types, separated by spaces; empty for all, also those that come later.</summary>
    public string Events { get; private set; } = "";

    /// <summary>The secret, protected.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The secrets before, protected and separated by spaces, the latest first.</summary>
    public string? OldSecret { get; private set; }

    /// <summary>From then on old secrets sign nothing.</summary>
    public DateTimeOffset? OldSecretUntil { get; private set; }

    public WebhookEndpointState State { get; private set; }

    /// <summary>When it came into its state.</summary>
    public DateTimeOffset StateAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The account that made it.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>Changed at every save.</summary>
    public Guid Version { get; private set; }

    /// <summary>True when events are written for it.</summary>
    public bool IsEnabled => State == WebhookEndpointState.Enabled;

    /// <summary>Makes an endpoint that is told from now on; address and types have been checked.</summary>
    /// <param name="seller">Whose it is.</param>
    /// <param name="wish">Where and what.</param>
    /// <param name="secret">The secret, protected.</param>
    /// <param name="by">The account that makes it.</param>
    /// <param name="now">The present.</param>
    /// <param name="id">Its id, where the caller has made one; a new one when null.</param>
    public static WebhookEndpoint Create(SellerId seller, WebhookWish wish, string secret, Guid by, DateTimeOffset now, Guid? id = null)
    {
        var endpoint = new WebhookEndpoint
        {
            Id = id ?? Guid.CreateVersion7(now),
            SellerId = seller,
            Secret = secret,
            State = WebhookEndpointState.Enabled,
            StateAt = now,
            CreatedAt = now,
            CreatedBy = by,
        };
        endpoint.Change(wish);
        return endpoint;
    }

    /// <summary>Takes another address or other types; what waits goes to the new address.</summary>
    public void Change(WebhookWish wish)
    {
        Url = wish.Url;
        Events = wish.Events is null ? "" : string.Join(' ', WebhookEventTypes.All.Where(wish.Events.Contains));
    }

    /// <summary>Switches it on or off; what waits is kept and goes on when it is on again.</summary>
    public void Switch(bool on, DateTimeOffset now)
    {
        if (on == IsEnabled) return;
        State = on ? WebhookEndpointState.Enabled : WebhookEndpointState.DisabledByOwner;
        StateAt = now;
    }

    /// <summary>Takes a new secret; the present one signs along for <see cref="Overlap"/>, and one that still does goes on doing so.</summary>
    public void Rotate(string secret, DateTimeOffset now)
    {
        OldSecret = string.Join(' ', SigningSecrets(now).Take(MostOld));
        OldSecretUntil = now + Overlap;
        Secret = secret;
    }

    /// <summary>The protected secrets that sign at a time, the present one first.</summary>
    public IReadOnlyList<string> SigningSecrets(DateTimeOffset now) => OldSecret is not null && now < OldSecretUntil ? [Secret, .. OldSecret.Split(' ')] : [Secret];

    /// <summary>The types that <paramref name="events"/> names; null for all.</summary>
    public static IReadOnlyList<string>? Chosen(string events) => events.Length == 0 ? null : events.Split(' ');

    /// <summary>True when an endpoint with these chosen types is told of a type.</summary>
    public static bool Wants(string events, string type) => events.Length == 0 || events.Split(' ').Contains(type);
}

/// <summary>Where a seller wants to be told, and of what.</summary>
/// <param name="Url">The address.</param>
/// <param name="Events">The types; null for all.</param>
public sealed record WebhookWish(string Url, IReadOnlyCollection<string>? Events);

/// <summary>Whether an endpoint is told.</summary>
public enum WebhookEndpointState
{
    Enabled,

    /// <summary>An owner switched it off.</summary>
    DisabledByOwner,

    /// <summary>The receiver answered 410 Gone: it wants no more.</summary>
    Gone,
}
