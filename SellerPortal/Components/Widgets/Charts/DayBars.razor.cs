using Microsoft.AspNetCore.Components;

namespace SellerPortal.Components.Widgets.Charts;

/// <summary>
/// One bar for each day. Drawn by hand and not by MudBlazor, whose charts have no text for those who cannot see them;
/// the same numbers stand in a table below.
/// </summary>
public sealed partial class DayBars
{
    private const int Step = 20;
    private const int BarWidth = 14;
    private const int Height = 120;

    /// <summary>What is counted.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The sum of all days, in words.</summary>
    [Parameter, EditorRequired]
    public required string Total { get; set; }

    /// <summary>What is counted and what is not.</summary>
    [Parameter, EditorRequired]
    public required string Caption { get; set; }

    /// <summary>The days, the first first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<DayPoint> Points { get; set; }

    private int Width => Math.Max(1, Points.Count) * Step;

    private string Summary => Points.Count == 0 ? Title : Texts["ChartSummary", Title, Total, Points.MaxBy(point => point.Value)!.Label, Points.MaxBy(point => point.Value)!.Words];

    private IEnumerable<Bar> Bars
    {
        get
        {
            var highest = Math.Max(1, Points.Select(point => point.Value).DefaultIfEmpty().Max());
            for (var i = 0; i < Points.Count; i++)
            {
                var point = Points[i];
                // A day with anything on it shows at least a line.
                var height = point.Value <= 0 ? 0 : Math.Max(2, (int)(point.Value * (Height - 4) / highest));
                yield return new Bar((i * Step) + ((Step - BarWidth) / 2), Height - height, height, $"{point.Label}: {point.Words}");
            }
        }
    }

    private sealed record Bar(int X, int Y, int Height, string Words);
}

/// <summary>One day of a chart.</summary>
/// <param name="Label">The day in words.</param>
/// <param name="Value">Its value, for the height of the bar.</param>
/// <param name="Words">Its value in words.</param>
public sealed record DayPoint(string Label, long Value, string Words);
