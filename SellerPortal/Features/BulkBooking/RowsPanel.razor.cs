using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Components.Quotes;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.BulkBooking;

/// <summary>The rows of a sheet with price, zone and faults; a row with a fault is corrected in its place.</summary>
public sealed partial class RowsPanel
{
    private (Guid Job, int Seen)? loaded;

    [Parameter, EditorRequired]
    public required Guid JobId { get; set; }

    [Parameter, EditorRequired]
    public required SheetMap Map { get; set; }

    [Parameter]
    public bool MayCorrect { get; set; }

    /// <summary>Another number makes the rows be read again.</summary>
    [Parameter]
    public int Seen { get; set; }

    /// <summary>How many rows there are, and how many have a fault.</summary>
    [Parameter]
    public (int Rows, int Bad) Counts { get; set; }

    /// <summary>Tells that a row was corrected.</summary>
    [Parameter]
    public EventCallback Corrected { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadJobs Read { get; set; } = null!;

    [Inject]
    private CorrectRow Correct { get; set; } = null!;

    [Inject]
    private RowWords Words { get; set; } = null!;

    [Inject]
    private QuotePresenter Presenter { get; set; } = null!;

    [Inject]
    private ILogger<RowsPanel> Log { get; set; } = null!;

    /// <summary>Faults first, as long as there are any: they are what there is to do.</summary>
    private RowFilter? Chosen { get; set; }

    private RowFilter Filter => Chosen ?? (Counts.Bad > 0 ? RowFilter.Bad : RowFilter.All);

    private int Number { get; set; } = 1;

    private BulkRowPage? Page { get; set; }

    private int Pages => Page is null ? 1 : Math.Max(1, (Page.Total + ReadJobs.PageSize - 1) / ReadJobs.PageSize);

    private bool Failed { get; set; }

    private bool Busy { get; set; }

    /// <summary>The row that is being corrected.</summary>
    private int? Editing { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (loaded == (JobId, Seen)) return;
        loaded = (JobId, Seen);
        await LoadAsync();
    }

    private static string? Cell(Dictionary<SheetColumn, SheetCell> cells, SheetColumn column) => cells.TryGetValue(column, out var cell) ? cell.Text : null;

    private async Task LoadAsync()
    {
        try
        {
            var actor = (await Authentication).User.ToActor();
            var page = await Read.RowsAsync(actor, JobId, Filter, Number, Leaving);
            if (page.Rows.Count == 0 && Number > 1)
            {
                Number = 1;
                page = await Read.RowsAsync(actor, JobId, Filter, Number, Leaving);
            }

            Page = page;
            Failed = false;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
        catch (Exception fault)
        {
            Log.LogError(fault, "The rows of the bulk job {Job} could not be read.", JobId);
            Failed = true;
        }
    }

    private Task ShowAsync(RowFilter filter)
    {
        (Chosen, Number, Editing) = (filter, 1, null);
        return LoadAsync();
    }

    private Task TurnAsync(int page)
    {
        (Number, Editing) = (page, null);
        return LoadAsync();
    }

    private async Task SaveAsync(int number, IReadOnlyDictionary<SheetColumn, string> typed)
    {
        if (Busy) return;
        Busy = true;
        try
        {
            await Correct.ExecuteAsync((await Authentication).User.ToActor(), JobId, number, typed, Leaving);
            await LoadAsync();
            if (Page?.Rows.FirstOrDefault(row => row.Row.Number == number) is not { Row.IsBad: true }) Editing = null;
            await Corrected.InvokeAsync();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.LogError(fault, "A row of the bulk job {Job} could not be corrected.", JobId);
            Failed = true;
        }
        finally
        {
            Busy = false;
        }
    }
}
