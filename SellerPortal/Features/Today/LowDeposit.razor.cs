using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Today;

/// <summary>A line about a deposit that runs out. It is read after the page has been shown, because it sums years of postage.</summary>
public sealed partial class LowDeposit
{
    /// <summary>Whose deposit.</summary>
    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Inject]
    private ReadLowDeposit Read { get; set; } = null!;

    [Inject]
    private ILogger<LowDeposit> Log { get; set; } = null!;

    private Deposit? Low { get; set; }

    private bool Failed { get; set; }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await LoadAsync();
        if (Failed || Low is not null) StateHasChanged();
    }

    private async Task LoadAsync()
    {
        try
        {
            Failed = false;
            Low = await Read.ExecuteAsync(Actor, Leaving);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left.
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "A deposit could not be read.");
            Failed = true;
        }
    }
}
