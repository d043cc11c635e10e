using Microsoft.AspNetCore.Components;
using SellerPortal.Components.Widgets.Charts;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Resources;

namespace SellerPortal.Features.Today;

/// <summary>The last thirty days as charts. They are read after the page has been shown, which does not wait for them.</summary>
public sealed partial class MonthCharts
{
    private const int MostReasons = 8;

    /// <summary>Whose shipments.</summary>
    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    [Inject]
    private ReadMonth Read { get; set; } = null!;

    [Inject]
    private ILogger<MonthCharts> Log { get; set; } = null!;

    private Month? Month { get; set; }

    private bool Failed { get; set; }

    private IReadOnlyList<DayPoint> Volume => [.. Month!.Days.Select(day => new DayPoint(IndianFormat.Date(day.Day), day.Booked, IndianFormat.Number(day.Booked)))];

    private IReadOnlyList<DayPoint> Spend => [.. Month!.Days.Select(day => new DayPoint(IndianFormat.Date(day.Day), day.Spent.Paise, IndianFormat.Money(day.Spent)))];

    private string OnTimeWords => Month!.Judged == 0 ? Texts["OnTimeNone"] : Texts["OnTimeOf", IndianFormat.Number(Month.OnTime), IndianFormat.Number(Month.Judged)];

    private IReadOnlyList<RankBars.Rank> Reasons
    {
        get
        {
            var shown = Month!.Failures.Take(MostReasons).Select(failure => new RankBars.Rank(PostWords.Reason(failure.Reason), failure.Count, IndianFormat.Number(failure.Count)));
            var rest = Month.Failures.Skip(MostReasons).Sum(failure => failure.Count);
            return rest == 0 ? [.. shown] : [.. shown, new RankBars.Rank(Texts["MoreReasons"], rest, IndianFormat.Number(rest))];
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        try
        {
            Failed = false;
            Month = await Read.ExecuteAsync(Actor, Leaving);
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left.
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "The figures of the month could not be read.");
            Failed = true;
        }
    }
}
