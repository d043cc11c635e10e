using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Webhooks.Pages;

/// <summary>An owner changes the address of an endpoint, or what it is told of.</summary>
public sealed partial class EditWebhookPage
{
    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadWebhooks Read { get; set; } = null!;

    [Inject]
    private ChangeWebhook Change { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<EditWebhookPage> Log { get; set; } = null!;

    private WebhookRow? Row { get; set; }

    private WebhookResult? Result { get; set; }

    private bool Failed { get; set; }

    private bool Busy { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        if (Row is null && !Failed) Navigation.NotFound();
    }

    private async Task LoadAsync()
    {
        try
        {
            Failed = false;
            Row = await Read.OneAsync((await Authentication).User.ToActor(), Id, CancellationToken.None);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "An endpoint could not be read.");
            Failed = true;
        }
    }

    private async Task SaveAsync(WebhookWish wish)
    {
        if (Busy || Row is null) return;
        Busy = true;
        try
        {
            var result = await Change.ExecuteAsync((await Authentication).User.ToActor(), Id, wish, Row.Version, CancellationToken.None);
            if (result is WebhookResult.Done) Navigation.NavigateTo(PortalUrls.Webhook(Id));
            else Result = result;
        }
        finally
        {
            Busy = false;
        }
    }
}
