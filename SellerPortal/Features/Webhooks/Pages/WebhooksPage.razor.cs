using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Webhooks.Endpoints;

namespace SellerPortal.Features.Webhooks.Pages;

/// <summary>The endpoints of a seller; owners add to them, everybody of the seller sees them.</summary>
public sealed partial class WebhooksPage
{
    /// <summary>The same in every language.</summary>
    private static string Formula { get; } = "\"v1,\" + base64(HMAC-SHA256(base64decode(secret after \"whsec_\"), webhook-id + \".\" + webhook-timestamp + \".\" + body))";

    [Inject]
    private ReadWebhooks Read { get; set; } = null!;

    /// <inheritdoc/>
    protected override int Parse(string query) => 0;

    /// <inheritdoc/>
    protected override async Task<Answer> ReadAsync(Actor actor, int filter, CancellationToken token) => new(await Read.ExecuteAsync(actor, token), actor.IsOwner);

    /// <summary>What was read for the page.</summary>
    /// <param name="Rows">The endpoints.</param>
    /// <param name="MayChange">True for an owner.</param>
    public sealed record Answer(IReadOnlyList<WebhookRow> Rows, bool MayChange);
}
