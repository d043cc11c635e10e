using Microsoft.AspNetCore.Components;
using SellerPortal.Components.Widgets;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Sellers;

/// <summary>A seller's own registration: where it stands, what happens next, and what can be changed.</summary>
public sealed partial class OwnSellerPage
{
    [SupplyParameterFromForm(FormName = "resubmit")]
    private SellerForm? Input { get; set; }

    [SupplyParameterFromForm(FormName = "pickup")]
    private PickupForm? Pickup { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private ReadSeller Read { get; set; } = null!;

    [Inject]
    private ResubmitSeller Resubmit { get; set; } = null!;

    [Inject]
    private MovePickup Move { get; set; } = null!;

    [Inject]
    private SellerWords Words { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private FormFaults Faults { get; } = new();

    private Seller? Seller { get; set; }

    private bool OnlyReads => Context.User.ToActor().OnlyReads;

    /// <summary>Key of the sentence about what was just done.</summary>
    private string? Notice { get; set; }

    private string NoticeColour { get; set; } = "g";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (Seller is null)
        {
            Navigation.NavigateTo(PortalUrls.Denied);
            return;
        }

        Input ??= FormOf(Seller);
        Pickup ??= FormOf(Seller);
    }

    private static SellerForm FormOf(Seller seller) => new()
    {
        LegalName = seller.LegalName,
        Gstin = seller.Gstin,
        Pan = seller.Pan,
        Udyam = seller.Udyam,
        GemSellerId = seller.GemSellerId,
        ContactName = seller.PickupAddress.Name == seller.LegalName ? null : seller.PickupAddress.Name,
        Mobile = seller.PickupAddress.Mobile,
        Line1 = seller.PickupAddress.Line1,
        Line2 = seller.PickupAddress.Line2,
        Line3 = seller.PickupAddress.Line3,
        Pincode = seller.PickupAddress.Pincode.ToString(),
        City = seller.PickupAddress.City,
        State = seller.PickupAddress.State,
    };

    private async Task ReadAsync()
    {
        var actor = Context.User.ToActor();
        Seller = actor.SellerId is { } id ? await Read.ExecuteAsync(actor, id, Context.RequestAborted) : null;
    }

    private async Task ResubmitAsync() =>
        await ShowAsync(await Resubmit.ExecuteAsync(Context.User.ToActor(), Input!, Context.RequestAborted), "SentAgain");

    private async Task MoveAsync() =>
        await ShowAsync(await Move.ExecuteAsync(Context.User.ToActor(), Pickup!, Context.RequestAborted), "AddressSaved");

    private async Task ShowAsync(OwnSellerResult result, string done)
    {
        Words.AddTo(Faults, result.Faults);
        if (result.Outcome == OwnSellerOutcome.Faulty)
        {
            (Notice, NoticeColour) = ("FormFaulty", "r");
            return;
        }

        (Notice, NoticeColour) = result.Outcome == OwnSellerOutcome.Saved ? (done, "g") : (result.Outcome == OwnSellerOutcome.NotAllowed ? "OwnOnlyReads" : "OwnChangedMeanwhile", "r");
        await ReadAsync();
        if (Seller is not null) Pickup = Input = FormOf(Seller);
    }
}
