using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>One parcel that was not delivered: why, until when, what can be asked of the office, and what was asked before.</summary>
public sealed partial class FailurePage
{
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ReadFailures Read { get; set; } = null!;

    [Inject]
    private GiveInstruction Give { get; set; } = null!;

    [Inject]
    private ILogger<FailurePage> Log { get; set; } = null!;

    private FailureDetail? Detail => Page?.Detail;

    private bool Busy { get; set; }

    /// <summary>What is wrong with the form sent last.</summary>
    private IReadOnlyList<InstructionFault> Faults { get; set; } = [];

    /// <summary>The form sent last.</summary>
    private InstructionKind? Tried { get; set; }

    /// <summary>Counts what was given: each time the forms begin anew with the data as they are now.</summary>
    private int Given { get; set; }

    private string? Said { get; set; }

    private bool SaidIsFault { get; set; }

    /// <inheritdoc/>
    protected override int Parse(string query) => 0;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Page is { Detail: null }) Navigation.NotFound();
    }

    /// <inheritdoc/>
    protected override async Task<Answer> ReadAsync(Actor actor, int filter, CancellationToken token) => new(await Read.OneAsync(actor, new ShipmentId(Id), token));

    private async Task GiveAsync(InstructionInput input)
    {
        if (Busy) return;
        (Busy, Said, Faults, Tried) = (true, null, [], input.Kind);
        try
        {
            // What was begun is finished though the seller leaves.
            await TakeAsync(await Give.ExecuteAsync(await ActorAsync(), new ShipmentId(Id), input, CancellationToken.None));
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "An instruction could not be given.");
            (Said, SaidIsFault) = (Texts["GiveFailed"], true);
        }
        finally
        {
            Busy = false;
        }
    }

    private async Task TakeAsync(InstructionResult result)
    {
        switch (result)
        {
            case InstructionResult.Given given:
                (Said, SaidIsFault) = (Texts[$"Given{given.Kind}"], false);
                Given++;
                await LoadAsync();
                break;
            case InstructionResult.Faulty faulty:
                Faults = faulty.Faults;
                break;
            case InstructionResult.Refused:
                (Said, SaidIsFault) = (Texts["MovedOn"], true);
                await LoadAsync();
                break;
            default:
                (Said, SaidIsFault) = (Texts["MayNotWrite"], true);
                break;
        }
    }

    /// <summary>What was read for the page.</summary>
    /// <param name="Detail">The parcel; null when there is none for who looks.</param>
    public sealed record Answer(FailureDetail? Detail);
}
