using Microsoft.AspNetCore.Components;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Tracking.Public;

/// <summary>Where are these articles? For anyone, up to fifty at a time.</summary>
public sealed partial class TrackPage
{
    [SupplyParameterFromQuery(Name = "q")]
    private string? Q { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private LookUpArticles LookUp { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<TrackedArticle> Results { get; set; } = [];

    private bool More { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        (var numbers, More) = TypedNumbers.Find(Q);
        if (numbers.Count > 0) Results = await LookUp.ExecuteAsync(numbers, await Tester.OfAsync(Context), Context.RequestAborted);
    }
}
