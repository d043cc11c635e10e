using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Deposits;

/// <summary>The sellers' deposits, the low ones first, and a form to record money paid in or out. It has no filter.</summary>
public sealed partial class DepositsPage
{
    [Inject]
    private ReadDeposits Read { get; set; } = null!;

    [Inject]
    private RecordMovement Record { get; set; } = null!;

    [Inject]
    private ILogger<DepositsPage> Log { get; set; } = null!;

    private TypedMovement Typed { get; set; } = null!;

    private IReadOnlyList<DepositFault> Faults { get; set; } = [];

    private bool Busy { get; set; }

    /// <summary>What was just recorded, or why it was not.</summary>
    private string? Notice { get; set; }

    private bool NoticeIsFault { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync()
    {
        Typed = NewForm();
        return base.OnInitializedAsync();
    }

    /// <inheritdoc/>
    protected override string Parse(string query) => "";

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<DepositRow>> ReadAsync(Actor actor, string filter, CancellationToken token) => Read.ExecuteAsync(actor, token);

    private TypedMovement NewForm() => new() { Id = Guid.CreateVersion7(Clock.GetUtcNow()), Day = IndianFormat.DayOf(Clock.GetUtcNow()) };

    private async Task RecordAsync()
    {
        if (Busy) return;
        (Busy, Notice, Faults) = (true, null, []);
        try
        {
            var result = await Record.ExecuteAsync(await ActorAsync(), Typed.Id, Typed.CustomerId, Typed.ToMovement(), Leaving);
            if (result.Faults is [DepositFault.NotAllowed]) (Notice, NoticeIsFault) = (Texts[nameof(DepositFault.NotAllowed)], true);
            else if (result.Faults is [var first, ..]) (Faults, Focus) = (result.Faults, MovementForm.FieldOf(first));
            else await RecordedAsync(result);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "A movement of a deposit could not be recorded.");
            (Notice, NoticeIsFault) = (Texts["Failed"], true);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left; what was recorded stays.
        }
        finally
        {
            Busy = false;
        }
    }

    private async Task RecordedAsync(RecordResult result)
    {
        (Notice, NoticeIsFault) = (Texts["Recorded", IndianFormat.MoneyExact(result.Amount), result.Seller!], false);
        Typed = NewForm();
        await LoadAsync();
    }
}
