using Microsoft.AspNetCore.Components;
using SellerPortal.Components.Widgets;
using SellerPortal.Domain.Articles;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Tracking.Public;

/// <summary>Where is this article? For anyone who knows its number.</summary>
public sealed partial class TrackArticlePage
{
    /// <summary>The number as it stands in the address.</summary>
    [Parameter]
    public required string Article { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private LookUpArticles LookUp { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private TrackedArticle Tracked { get; set; } = new() { Typed = "" };

    private PublicFacts? Facts => Tracked.Facts;

    private DateTimeOffset Now { get; set; }

    private IReadOnlyList<TimelineEntry> Entries { get; set; } = [];

    private string Spaced => ArticleNumber.TryParse(Tracked.Typed, out var number) ? number.ToSpacedString() : Tracked.Typed;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Now = Clock.GetUtcNow();
        var typed = ArticleNumber.Normalise(Article.Length > 40 ? Article[..40] : Article);
        Tracked = await LookUp.FindAsync(typed, await Tester.OfAsync(Context), Context.RequestAborted);
        if (Facts is null)
        {
            // Set as the answer starts: a 404 that is set while rendering makes the framework drop this page for the general one.
            Context.Response.OnStarting(() =>
            {
                Context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
            return;
        }

        Entries =
        [
            .. Tracked.Scans.Select(scan => new TimelineEntry(scan.At, TrackWords.What(scan.Code, scan.ToSender, scan.Reason), scan.Office))
                .Append(new TimelineEntry(Facts.BookedAt, Texts["BookedOnly"], Facts.FromOffice))
                .OrderByDescending(entry => entry.At),
        ];
    }
}
