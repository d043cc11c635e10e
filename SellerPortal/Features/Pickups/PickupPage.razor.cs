using Microsoft.AspNetCore.Components;
using SellerPortal.Components.Widgets;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Pickups;

/// <summary>One pickup: its course, its parcels, and what the visitor may do about it.</summary>
public sealed partial class PickupPage
{
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ReadPickup Read { get; set; } = null!;

    [Inject]
    private ReschedulePickup Reschedule { get; set; } = null!;

    [Inject]
    private CancelPickup Cancel { get; set; } = null!;

    [Inject]
    private CarryOutPickup CarryOut { get; set; } = null!;

    [Inject]
    private NameAgent Agent { get; set; } = null!;

    [Inject]
    private ILogger<PickupPage> Log { get; set; } = null!;

    private bool Busy { get; set; }

    private string? Said { get; set; }

    private bool SaidIsFault { get; set; }

    private PickupId Pickup => new(Id);

    private IReadOnlyList<TimelineEntry> Course => [.. Page!.View!.Steps.Select(step => PickupWords.Entry(Texts, step))];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Page is { View: null }) Navigation.NotFound();
    }

    /// <inheritdoc/>
    protected override int Parse(string query) => 0;

    /// <inheritdoc/>
    protected override async Task<Answer> ReadAsync(Actor actor, int filter, CancellationToken token)
    {
        var view = await Read.ExecuteAsync(actor, Pickup, token);
        return new Answer(view, actor.MayWrite && actor.SellerId == view?.Pickup.SellerId, actor.SeesAllShipments);
    }

    private Task MoveAsync(PickupTime time) => DoAsync(actor => Reschedule.ExecuteAsync(actor, Pickup, time, CancellationToken.None), Texts["Moved", PickupWords.Time(time)]);

    private Task CancelAsync(string reason) => DoAsync(actor => Cancel.ExecuteAsync(actor, Pickup, reason, CancellationToken.None), Texts["CancelledDone"]);

    private Task ConfirmAsync() => DoAsync(actor => CarryOut.ConfirmAsync(actor, Pickup, CancellationToken.None), Texts["StepConfirmed"]);

    private Task StartAsync() => DoAsync(actor => CarryOut.StartAsync(actor, Pickup, CancellationToken.None), Texts["StepOutForPickup"]);

    private Task CompleteAsync() => DoAsync(actor => CarryOut.CompleteAsync(actor, Pickup, CancellationToken.None), Texts["StepPickedUp"]);

    private Task FailAsync(StaffPanel.Report report) =>
        DoAsync(actor => CarryOut.FailAsync(actor, Pickup, report.Failure, report.Note, CancellationToken.None), Texts["StepFailed"]);

    private Task SendAsync(Guid agent) => DoAsync(actor => Agent.ExecuteAsync(actor, Pickup, agent, CancellationToken.None), Texts["AgentSent"]);

    private async Task DoAsync(Func<Actor, Task<PickupResult>> step, string done)
    {
        if (Busy) return;
        (Busy, Said) = (true, null);
        try
        {
            var result = await step(await ActorAsync());
            SaidIsFault = result is not PickupResult.Done;
            Said = SaidIsFault ? PickupWords.Refusal(Texts, result, minimum: 1) : done;
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "A pickup could not be changed.");
            (Said, SaidIsFault) = (Texts["SaveFailed"], true);
        }

        await LoadAsync();
        Busy = false;
    }

    /// <summary>What was read for the page.</summary>
    /// <param name="View">The pickup; null when it does not exist for who looks.</param>
    /// <param name="MayWrite">True when who looks may move it and call it off.</param>
    /// <param name="IsStaff">True when who looks carries it out.</param>
    public sealed record Answer(PickupView? View, bool MayWrite, bool IsStaff);
}
