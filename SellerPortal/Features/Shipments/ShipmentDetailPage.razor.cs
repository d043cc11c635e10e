using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;
using SellerPortal.Resources;

namespace SellerPortal.Features.Shipments;

/// <summary>
/// One shipment. The page reads again when this node hears of a change, and looks every fifteen seconds for changes
/// that came over another node.
/// </summary>
public sealed partial class ShipmentDetailPage
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private static readonly string[] Formats = ["a6", "a7", "100x150", "4x6", "a4"];
    private IDisposable? subscription;
    private Actor actor = null!;

    /// <summary>The shipment's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadShipment Read { get; set; } = null!;

    [Inject]
    private ShipmentChanges Changes { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<ShipmentDetailPage> Log { get; set; } = null!;

    private ShipmentDetail? Shipment { get; set; }

    private DateTimeOffset Now { get; set; }

    private string Spaced => ArticleNumber.TryParse(Shipment!.Article, out var number) ? number.ToSpacedString() : Shipment.Article;

    private string LastScan => Shipment!.LastScanAt is { } at ? Texts["LastScanAge", IndianFormat.Age(at, Now)] : Texts["NoScanYet"];

    private string? NextStep => Shipment is { Status: ShipmentStatus.AttemptFailed, LastScanReason: { } reason } ? PostWords.Next(reason) : null;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        actor = (await Authentication).User.ToActor();
        await ReadAsync();
        if (Shipment is null) Navigation.NotFound();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender || Leaving.IsCancellationRequested) return;
        subscription = Changes.Subscribe(new ShipmentId(Id), () => _ = InvokeAsync(RefreshAsync));
        _ = LookAgain.EveryAsync(LookEvery, Clock, () => InvokeAsync(RefreshAsync), Leaving);
    }

    /// <inheritdoc/>
    protected override void OnLeft() => subscription?.Dispose();

    private async Task ReadAsync()
    {
        Shipment = await Read.ExecuteAsync(actor, new ShipmentId(Id), Leaving);
        Now = Clock.GetUtcNow();
    }

    /// <summary>Reads the whole shipment only when its version is another; the ages are renewed in any case.</summary>
    private async Task RefreshAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        try
        {
            if (await Read.VersionAsync(actor, new ShipmentId(Id), Leaving) is { } version && version != Shipment?.Version) await ReadAsync();
            Now = Clock.GetUtcNow();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left.
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            // What is shown stays; the next look tries again.
            Log.LogWarning(fault, "The shipment {Shipment} could not be read again.", Id);
        }
    }
}
