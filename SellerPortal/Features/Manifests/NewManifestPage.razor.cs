using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;

namespace SellerPortal.Features.Manifests;

/// <summary>Makes a manifest of chosen shipments, or of all that are on none.</summary>
public sealed partial class NewManifestPage
{
    [Inject]
    private ReadCandidates Read { get; set; } = null!;

    [Inject]
    private FillManifest Fill { get; set; } = null!;

    private bool Busy { get; set; }

    private FillRefusal? Refused { get; set; }

    private string FreeText => Page!.Free switch
    {
        0 => Texts["FreeNone"],
        1 => Texts["FreeOne"],
        _ => Texts["Free", IndianFormat.Number(Page.Free)],
    };

    private List<string> LeftOut =>
    [
        .. new (string Key, int Count)[] { ("LeftListed", Page!.Listed), ("LeftCancelled", Page.Cancelled), ("LeftGone", Page.Gone) }
            .Where(reason => reason.Count > 0)
            .Select(reason => Texts[reason.Key, IndianFormat.Number(reason.Count)].Value),
    ];

    /// <inheritdoc/>
    protected override Wanted Parse(string query) => new(PortalUrls.ChosenIn(query));

    /// <inheritdoc/>
    protected override Task<Candidates> ReadAsync(Actor actor, Wanted filter, CancellationToken token) => Read.ExecuteAsync(actor, filter.Ids, token);

    private async Task FillAsync(ManifestId? into)
    {
        if (Busy) return;
        Busy = true;
        Refused = null;
        try
        {
            switch (await Fill.ExecuteAsync(await ActorAsync(), into, Filter.Ids, Leaving))
            {
                case FillResult.Filled filled:
                    Navigation.NavigateTo(PortalUrls.Manifest(filled.Id));
                    break;
                case FillResult.Refused refused:
                    Refused = refused.Why;
                    await LoadAsync();
                    break;
            }
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>The shipments that the address names; null for all that are on no manifest.</summary>
    public sealed record Wanted(IReadOnlyList<ShipmentId>? Ids);
}
