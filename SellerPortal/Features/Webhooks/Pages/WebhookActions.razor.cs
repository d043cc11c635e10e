using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Endpoints;

namespace SellerPortal.Features.Webhooks.Pages;

/// <summary>What an owner can do with an endpoint; what cannot be undone is asked first.</summary>
public sealed partial class WebhookActions
{
    [Parameter, EditorRequired]
    public required WebhookRow Endpoint { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback OnTest { get; set; }

    /// <summary>Raised with true to switch it on.</summary>
    [Parameter]
    public EventCallback<bool> OnSwitch { get; set; }

    [Parameter]
    public EventCallback OnRotate { get; set; }

    [Parameter]
    public EventCallback OnDelete { get; set; }

    private bool IsOn => Endpoint.State == WebhookEndpointState.Enabled;

    /// <summary>What must still be confirmed.</summary>
    private Act? Asked { get; set; }

    private Task ConfirmAsync(Act act)
    {
        Asked = null;
        return (act == Act.Rotate ? OnRotate : OnDelete).InvokeAsync();
    }

    private enum Act
    {
        Rotate,
        Delete,
    }
}
