using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Team;

/// <summary>A seller's colleagues and invitations. Every colleague reads the page; an owner changes the team. It has no filter.</summary>
public sealed partial class TeamPage
{
    [Inject]
    private ReadTeam Read { get; set; } = null!;

    [Inject]
    private InviteColleague Invite { get; set; } = null!;

    [Inject]
    private ChangeInvitation Invitations { get; set; } = null!;

    [Inject]
    private ChangeColleague Colleagues { get; set; } = null!;

    [Inject]
    private ILogger<TeamPage> Log { get; set; } = null!;

    private Actor? Visitor { get; set; }

    private bool MayChange => Visitor is { IsOwner: true, IsTest: false };

    /// <summary>The form; null while it is closed.</summary>
    private TypedInvitation? Typed { get; set; }

    private bool Busy { get; set; }

    /// <summary>What was just done, or why it was not.</summary>
    private string? Notice { get; set; }

    private bool NoticeIsFault { get; set; }

    /// <summary>What is wrong with the address that was typed.</summary>
    private string? FieldFault { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Visitor = await ActorAsync();
        await base.OnInitializedAsync();
    }

    /// <inheritdoc/>
    protected override string Parse(string query) => "";

    /// <inheritdoc/>
    protected override Task<TeamView> ReadAsync(Actor actor, string filter, CancellationToken token) => Read.ExecuteAsync(actor, token);

    private void Open()
    {
        (Typed, Notice, FieldFault) = (new TypedInvitation { Id = Guid.CreateVersion7(Clock.GetUtcNow()) }, null, null);
        Focus = InviteForm.EmailId;
    }

    private void Close() => (Typed, FieldFault) = (null, null);

    private async Task InviteAsync()
    {
        if (Typed is not { } typed) return;
        var outcome = await ActAsync(() => Invite.ExecuteAsync(Visitor!, typed.Id, typed.Email, typed.Role, Leaving), Texts["DoneInvited", typed.Email.Trim()]);
        FieldFault = null;
        if (outcome == TeamOutcome.Done)
        {
            Typed = null;
        }
        else if (outcome is TeamOutcome.EmailMalformed or TeamOutcome.Yourself or TeamOutcome.AlreadyColleague or TeamOutcome.HasAccount or TeamOutcome.AlreadyInvited)
        {
            (FieldFault, Notice) = (Texts[outcome.Value.ToString()], null);
            Focus = InviteForm.EmailId;
        }
    }

    private async Task GiveRoleAsync((ColleagueRow Row, TeamRole Role) wish) =>
        await ActAsync(() => Colleagues.GiveRoleAsync(Visitor!, wish.Row.Id, wish.Role, Leaving), Texts["DoneRole", wish.Row.Name, Texts[$"Role{wish.Role}"].Value]);

    private async Task RemoveAsync(ColleagueRow row) => await ActAsync(() => Colleagues.RemoveAsync(Visitor!, row.Id, Leaving), Texts["DoneRemoved", row.Name]);

    private async Task SendAgainAsync(InvitationRow row) => await ActAsync(() => Invitations.SendAgainAsync(Visitor!, row.Id, Leaving), Texts["DoneInvited", row.Email]);

    private async Task WithdrawAsync(InvitationRow row) => await ActAsync(() => Invitations.WithdrawAsync(Visitor!, row.Id, Leaving), Texts["DoneWithdrawn", row.Email]);

    /// <summary>Does one act at a time, however often a button is pressed, and says how it went.</summary>
    private async Task<TeamOutcome?> ActAsync(Func<Task<TeamOutcome>> act, string done)
    {
        if (Busy) return null;
        (Busy, Notice) = (true, null);
        try
        {
            var outcome = await act();
            NoticeIsFault = outcome != TeamOutcome.Done;
            Notice = NoticeIsFault ? Texts[outcome.ToString()] : done;
            await LoadAsync();
            return outcome;
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "A team could not be changed.");
            (Notice, NoticeIsFault) = (Texts["Failed"], true);
            return null;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left, or the act ended the visitor's own session.
            return null;
        }
        finally
        {
            Busy = false;
        }
    }
}
