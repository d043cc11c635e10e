using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Sellers;

/// <summary>The two buttons that decide about a seller.</summary>
public sealed partial class SellerDecision
{
    [Parameter, EditorRequired]
    public required Seller Seller { get; set; }

    /// <summary>Called with how the decision went.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<DecisionResult> Decided { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ApproveSeller Approve { get; set; } = null!;

    [Inject]
    private RejectSeller Reject { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private ILogger<SellerDecision> Log { get; set; } = null!;

    private MudTextField<string>? ReasonField { get; set; }

    private bool WithContract { get; set; }

    private string? Reason { get; set; }

    private string? ReasonFault { get; set; }

    private bool Busy { get; set; }

    private async Task ApproveAsync()
    {
        var actor = (await Authentication).User.ToActor();
        await DecideAsync(() => Approve.ExecuteAsync(actor, Seller.Id, Seller.Version, WithContract, CancellationToken.None));
    }

    private async Task RejectAsync()
    {
        var actor = (await Authentication).User.ToActor();
        await DecideAsync(() => Reject.ExecuteAsync(actor, Seller.Id, Seller.Version, Reason, CancellationToken.None));
    }

    private async Task DecideAsync(Func<Task<DecisionResult>> decide)
    {
        if (Busy) return;
        (Busy, ReasonFault) = (true, null);
        try
        {
            var result = await decide();
            if (result.Outcome is DecisionOutcome.ReasonMissing or DecisionOutcome.ReasonTooLong)
            {
                ReasonFault = Texts[$"Outcome{result.Outcome}"];
                if (ReasonField is not null) await ReasonField.FocusAsync();
                return;
            }

            await Decided.InvokeAsync(result);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "A decision about a seller could not be saved.");
            Messages.Add(Texts["DecisionFailed"], Severity.Error);
        }
        finally
        {
            Busy = false;
        }
    }
}
