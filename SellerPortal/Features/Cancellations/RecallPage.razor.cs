using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Cancellations;

/// <summary>Says what a recall costs and does, and asks for it.</summary>
public sealed partial class RecallPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private Actor actor = null!;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadCandidates Read { get; set; } = null!;

    [Inject]
    private RecallShipment Recall { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<RecallPage> Log { get; set; } = null!;

    private Candidate? Parcel { get; set; }

    private bool Failed { get; set; }

    private bool Busy { get; set; }

    private string? Notice { get; set; }

    private bool NoticeIsFault { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        actor = (await Authentication).User.ToActor();
        await LoadAsync();
        if (Parcel is null && !Failed) Navigation.NotFound();
    }

    private async Task LoadAsync()
    {
        Failed = false;
        try
        {
            var found = await Read.ExecuteAsync(actor, [new ShipmentId(Id)], leaving.Token);
            Parcel = found.Count > 0 ? found[0] : null;
        }
        catch (DbException fault)
        {
            Log.LogError(fault, "The shipment to recall could not be read.");
            Failed = true;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The seller left before the answer came.
        }
    }

    private async Task RecallAsync()
    {
        if (Busy) return;
        (Busy, Notice) = (true, null);
        try
        {
            var result = await Recall.ExecuteAsync(actor, new ShipmentId(Id), CancellationToken.None);
            NoticeIsFault = result is not RecallResult.Requested;
            Notice = result is RecallResult.Requested done ? Texts["RecallAsked", IndianFormat.MoneyExact(done.Fee)] : Texts["RecallChanged"];
            await LoadAsync();
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException)
        {
            Log.LogError(fault, "A shipment could not be recalled.");
            (Notice, NoticeIsFault) = (Texts["RecallFailed"], true);
        }
        finally
        {
            Busy = false;
        }
    }
}
