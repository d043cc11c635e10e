using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Platform;

namespace SellerPortal.Features.Cancellations;

/// <summary>Says what a recall costs and does, and asks for it.</summary>
public sealed partial class RecallPage
{
    [Parameter]
    public Guid Id { get; set; }

    /// <inheritdoc/>
    protected override IReadOnlyList<ShipmentId> Ids => [new ShipmentId(Id)];

    [Inject]
    private RecallShipment Recall { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private Candidate? Parcel => Candidates is [var parcel] ? parcel : null;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (Candidates is []) Navigation.NotFound();
    }

    private Task RecallAsync() => ActAsync(
        async () => await Recall.ExecuteAsync(Visitor, new ShipmentId(Id), CancellationToken.None) switch
        {
            RecallResult.Requested done => (Texts["RecallAsked", IndianFormat.MoneyExact(done.Price.Total)], false),
            RecallResult.NoFee => (Texts["RecallFeeGone"], true),
            _ => (Texts["RecallChanged"], true),
        },
        Texts["RecallFailed"]);
}
