using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Webhooks.Pages;

/// <summary>An owner makes an endpoint and copies its secret.</summary>
public sealed partial class NewWebhookPage
{
    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private CreateWebhook Create { get; set; } = null!;

    private WebhookResult? Result { get; set; }

    private bool Busy { get; set; }

    private async Task SaveAsync(WebhookWish wish)
    {
        if (Busy) return;
        Busy = true;
        try
        {
            Result = await Create.ExecuteAsync((await Authentication).User.ToActor(), wish, CancellationToken.None);
        }
        finally
        {
            Busy = false;
        }
    }
}
