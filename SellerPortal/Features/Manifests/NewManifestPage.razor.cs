using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;

namespace SellerPortal.Features.Manifests;

/// <summary>Makes a manifest of chosen shipments, of all that are on none, or of all that were left behind on an earlier one.</summary>
public sealed partial class NewManifestPage
{
    /// <summary>How many of the parcels left behind are shown.</summary>
    private const int MostShown = 50;

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
        [.. Page!.LeftOut.CountBy(left => left.Why).OrderBy(reason => reason.Key).Select(reason => Texts[$"Left{reason.Key}", IndianFormat.Number(reason.Value)].Value)];

    /// <inheritdoc/>
    protected override Wanted Parse(string query) => new(PortalUrls.ChosenIn(query), QueryHelpers.ParseQuery(query).ContainsKey("left"));

    /// <inheritdoc/>
    protected override Task<Candidates> ReadAsync(Actor actor, Wanted filter, CancellationToken token) =>
        filter.LeftBehind ? Read.LeftBehindAsync(actor, token) : Read.ExecuteAsync(actor, filter.Ids, token);

    private async Task FillAsync(ManifestId? into)
    {
        if (Busy) return;
        Busy = true;
        Refused = null;
        try
        {
            var ids = Filter.LeftBehind ? [.. Page!.LeftBehind.Select(parcel => parcel.Id)] : Filter.Ids;
            switch (await Fill.ExecuteAsync(await ActorAsync(), into, ids, Leaving))
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

    /// <summary>What the address asks for.</summary>
    /// <param name="Ids">The shipments that it names; null for all that are on no manifest.</param>
    /// <param name="LeftBehind">True for those that were left behind.</param>
    public sealed record Wanted(IReadOnlyList<ShipmentId>? Ids, bool LeftBehind);
}
