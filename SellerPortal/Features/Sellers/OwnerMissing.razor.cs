using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Sellers;

/// <summary>Says that nobody has an account of a seller that a partner registered, and sends its invitation once more.</summary>
public sealed partial class OwnerMissing
{
    [Parameter, EditorRequired]
    public required Seller Seller { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private OwnerInvitation Owner { get; set; } = null!;

    [Inject]
    private ILogger<OwnerMissing> Log { get; set; } = null!;

    private bool Missing { get; set; }

    private bool Busy { get; set; }

    private string? Said { get; set; }

    private bool Failed { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => Missing = await Owner.IsMissingAsync(Seller, CancellationToken.None);

    private async Task SendAsync()
    {
        if (Busy) return;
        (Busy, Failed) = (true, false);
        try
        {
            var sent = await Owner.SendAgainAsync((await Authentication).User.ToActor(), Seller.Id, CancellationToken.None);
            Said = Texts[sent ? "InvitedAgain" : "InvitedNot"];
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "The invitation of a seller's owner could not be sent again.");
            (Failed, Said) = (true, Texts["InviteFailed"]);
        }
        finally
        {
            Busy = false;
        }
    }
}
