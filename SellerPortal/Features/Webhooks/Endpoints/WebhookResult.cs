namespace SellerPortal.Features.Webhooks.Endpoints;

/// <summary>How a change of an endpoint went.</summary>
public abstract record WebhookResult
{
    private WebhookResult()
    {
    }

    /// <summary>It was made.</summary>
    /// <param name="Id">The endpoint.</param>
    /// <param name="Secret">A new secret, to be shown this once; null when there is none.</param>
    public sealed record Done(Guid Id, string? Secret = null) : WebhookResult;

    /// <summary>The actor is no owner.</summary>
    public sealed record NotAllowed : WebhookResult;

    /// <summary>The actor's seller has no such endpoint.</summary>
    public sealed record NotFound : WebhookResult;

    /// <summary>Another owner changed it since it was read.</summary>
    public sealed record ChangedMeanwhile : WebhookResult;

    /// <summary>What was wished cannot be.</summary>
    public sealed record Refused(WebhookRefusal Reason) : WebhookResult;
}

/// <summary>Why an endpoint cannot be as it was wished.</summary>
public enum WebhookRefusal
{
    /// <summary>There is no address.</summary>
    UrlMissing,

    /// <summary>The text is no absolute address of a web server, or holds a name and a password.</summary>
    UrlInvalid,

    /// <summary>The address is longer than 500 characters.</summary>
    UrlTooLong,

    /// <summary>The address is not https.</summary>
    NotHttps,

    /// <summary>The address is one of a private network or of this machine.</summary>
    PrivateAddress,

    /// <summary>No type is chosen.</summary>
    NoEvents,

    /// <summary>A type is unknown.</summary>
    UnknownEvent,

    /// <summary>The seller has ten endpoints.</summary>
    TooMany,
}
