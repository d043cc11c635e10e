using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.PickupAgents;

/// <summary>The roster of pickup agents, filtered by office or pincode, with a form that adds and corrects them.</summary>
public sealed partial class PickupAgentsPage
{
    [Inject]
    private ListAgents List { get; set; } = null!;

    [Inject]
    private KeepAgent Keep { get; set; } = null!;

    [Inject]
    private LetAgentGo Leave { get; set; } = null!;

    [Inject]
    private ILogger<PickupAgentsPage> Log { get; set; } = null!;

    /// <summary>The form; null while it is closed.</summary>
    private TypedAgent? Typed { get; set; }

    private IReadOnlyList<AgentFault> Faults { get; set; } = [];

    private bool Busy { get; set; }

    /// <summary>What was just done, or why it was not.</summary>
    private string? Notice { get; set; }

    private bool NoticeIsFault { get; set; }

    /// <inheritdoc/>
    protected override AgentFilter Parse(string query) => PickupAgentsUrl.FilterIn(query);

    /// <inheritdoc/>
    protected override Task<AgentPage> ReadAsync(Actor actor, AgentFilter filter, CancellationToken token) => List.ExecuteAsync(actor, filter, token);

    private void Add() => Open(new TypedAgent { Id = Guid.CreateVersion7(Clock.GetUtcNow()) });

    private void Edit(PickupAgent agent) => Open(TypedAgent.Of(agent));

    private void Open(TypedAgent typed)
    {
        (Typed, Faults, Notice) = (typed, [], null);
        Focus = AgentEditor.FirstId;
    }

    private void Close() => (Typed, Faults) = (null, []);

    private async Task SaveAsync()
    {
        if (Typed is not { } typed) return;
        var result = await DoAsync(
            actor => typed.Version is { } seen
                ? Keep.CorrectAsync(actor, typed.Id, seen, typed.ToFacts(), CancellationToken.None)
                : Keep.AddAsync(actor, typed.Id, typed.ToFacts(), CancellationToken.None),
            Words["Saved", typed.Name.Trim()]);
        Faults = result?.Faults ?? [];
        if (Faults is [var first, ..]) Focus = AgentEditor.FieldOf(first);

        // What was changed meanwhile is to be looked at before it is changed again.
        else if (result is not null) Close();
    }

    private async Task LetGoAsync(PickupAgent agent) => await DoAsync(actor => Leave.ExecuteAsync(actor, agent.Id, agent.Version, CancellationToken.None), Texts["LetGoDone", agent.Name]);

    private async Task TakeBackAsync(PickupAgent agent) => await DoAsync(actor => Leave.TakeBackAsync(actor, agent.Id, agent.Version, CancellationToken.None), Texts["TakeBackDone", agent.Name]);

    /// <summary>Does one act and says how it went; what was begun is finished though the visitor leaves.</summary>
    /// <returns>How it went; null when nothing was done.</returns>
    private async Task<AgentResult?> DoAsync(Func<Actor, Task<AgentResult>> act, string done)
    {
        if (Busy) return null;
        (Busy, Notice) = (true, null);
        try
        {
            var result = await act(await ActorAsync());
            NoticeIsFault = result.Outcome != AgentOutcome.Done;
            Notice = result switch
            {
                { Outcome: AgentOutcome.Done } => done,
                { Faults: [AgentFault.MobileTaken] } => Texts["FaultMobileTaken"],
                { Outcome: AgentOutcome.NotAllowed } => Texts["NotAllowed"],
                _ => Words[result.Outcome.ToString()],
            };
            if (result.Outcome != AgentOutcome.Refused) await LoadAsync();
            return result;
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "The roster of pickup agents could not be changed.");
            (Notice, NoticeIsFault) = (Words["Failed"], true);
            return null;
        }
        finally
        {
            Busy = false;
        }
    }
}
