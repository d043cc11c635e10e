using System.ComponentModel.DataAnnotations;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Endpoints;

namespace SellerPortal.Features.Webhooks;

/// <summary>A webhook to be made.</summary>
public sealed record WebhookRequest
{
    /// <summary>An https address on the public internet.</summary>
    [MaxLength(WebhookEndpoint.LongestUrl)]
    public required string Url { get; init; }

    /// <summary>Names of events, such as shipment.delivered; all when left out.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? Events { get; init; }
}

/// <summary>What is to become of a webhook; whatever is left out stays.</summary>
public sealed record WebhookChangeRequest
{
    [MaxLength(WebhookEndpoint.LongestUrl)]
    public string? Url { get; init; }

    [MaxLength(50)]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>False to send nothing for now.</summary>
    public bool? Enabled { get; init; }
}

/// <summary>A webhook.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">The address.</param>
/// <param name="Events">The chosen events; left out for all.</param>
/// <param name="State">Whether it is told.</param>
/// <param name="Waiting">Messages that wait for their first or next attempt.</param>
/// <param name="DeadLetters">Messages that were given up.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record WebhookAnswer(Guid Id, string Url, IReadOnlyList<string>? Events, WebhookEndpointState State, int Waiting, int DeadLetters, DateTimeOffset CreatedAt)
{
    internal static WebhookAnswer Of(WebhookRow row) => new(row.Id, row.Url, row.Chosen, row.State, row.Waiting, row.Dead, row.CreatedAt);
}

/// <summary>The secret that signs from now on.</summary>
public sealed record WebhookSecretAnswer(string Secret);
