using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using SellerPortal.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.BulkBooking;

/// <summary>One sheet from the upload to the last booked row. It looks every second while something moves.</summary>
public sealed partial class BulkJobPage
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private Actor actor = null!;

    /// <summary>The job's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadJobs Read { get; set; } = null!;

    [Inject]
    private JobSteps Steps { get; set; } = null!;

    [Inject]
    private OrderSheetLabels Labels { get; set; } = null!;

    [Inject]
    private RowWords Words { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<BulkJobPage> Log { get; set; } = null!;

    private BulkJobView? View { get; set; }

    private BulkJob Job => View!.Job;

    private DateTimeOffset Now { get; set; }

    private bool Failed { get; set; }

    private bool Busy { get; set; }

    private string? Said { get; set; }

    private bool MayWrite => actor.MayWrite;

    /// <summary>True when the same file was booked before and the seller has pressed once.</summary>
    private bool BookAsked { get; set; }

    /// <summary>True when the seller wants the columns of a checked sheet read in another way.</summary>
    private bool AsksColumns { get; set; }

    private bool IsChangingColumns => AsksColumns && View is { MayChangeColumns: true };

    private EventCallback CloseColumns => EventCallback.Factory.Create(this, () => AsksColumns = false);

    /// <summary>Changes whenever the rows may have changed; the list of rows then reads again.</summary>
    private int RowsSeen { get; set; }

    private (int Done, int All) ProgressOf => Job.Status == BulkStatus.Booking ? (Job.Booked, Job.ToBook) : (Job.Checked, Job.Rows);

    private string ProgressTitle => Job.Status switch
    {
        BulkStatus.Booking => Texts["ProgressBooking"],
        BulkStatus.Checking => Texts["ProgressChecking"],
        _ => Texts["ProgressWaiting"],
    };

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        actor = (await Authentication).User.ToActor();
        await LoadAsync();
        if (View is null && !Failed && !Leaving.IsCancellationRequested) Navigation.NotFound();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender && !Leaving.IsCancellationRequested) _ = LookAgain.EveryAsync(LookEvery, Clock, LookAsync, Leaving);
    }

    private Task LookAsync() => InvokeAsync(async () =>
    {
        if (View is null || !JobLook.IsMoving(Job.Status)) return;
        await LoadAsync();
        StateHasChanged();
    });

    private async Task LoadAsync()
    {
        try
        {
            var before = View?.Job;
            View = await Read.FindAsync(actor, Id, Leaving);
            Now = Clock.GetUtcNow();
            Failed = false;
            if (before?.Status != View?.Job.Status || before?.Booked != View?.Job.Booked || before?.Bad != View?.Job.Bad) RowsSeen++;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
        catch (Exception fault)
        {
            Log.LogError(fault, "The bulk job {Job} could not be read.", Id);
            Failed = View is null;
        }
    }

    private Task BookAsync(MouseEventArgs click)
    {
        // The same file a second time is more often a slip than a wish, and a double click is one press.
        var again = BookAsked;
        if (again && click.Detail > 1) return Task.CompletedTask;
        return StepAsync(
            async token =>
            {
                var step = await Steps.BookAsync(actor, Id, again, token);
                BookAsked = step == BookStep.BookedBefore;
                return step != BookStep.None;
            },
            null);
    }

    private Task CancelAsync() => StepAsync(
        token => Steps.CancelAsync(actor, Id, token),
        () => Job.Booked > 0 ? Texts["CancelledKept", IndianFormat.Number(Job.Booked)] : Texts["CancelledNothing"]);

    private Task PrintAsync() => StepAsync(
        async token =>
        {
            if (await Labels.ExecuteAsync(actor, Id, token) is not { } file) return false;
            Navigation.NavigateTo(PortalUrls.LabelFile(file));
            return true;
        },
        null);

    private Task CheckAgainAsync() => StepAsync(token => Steps.CheckAgainAsync(actor, Id, token), null);

    private Task SetColumnsAsync(SheetMap map)
    {
        AsksColumns = false;
        return StepAsync(token => Steps.SetColumnsAsync(actor, Id, map, token), null);
    }

    private async Task StepAsync(Func<CancellationToken, Task<bool>> step, Func<string>? done)
    {
        if (Busy) return;
        Busy = true;
        BookAsked = false;
        Said = null;
        try
        {
            var taken = await step(Leaving);
            await LoadAsync();
            Said = taken ? done?.Invoke() : Texts["StepTaken"];
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.LogError(fault, "A step of the bulk job {Job} failed.", Id);
            Said = Texts["StepFailed"];
        }
        finally
        {
            Busy = false;
        }
    }
}
