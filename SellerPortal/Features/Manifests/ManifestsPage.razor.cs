using SellerPortal.Domain.Access;
using SellerPortal.Platform;
using Microsoft.AspNetCore.Components;

namespace SellerPortal.Features.Manifests;

/// <summary>The seller's manifests, and how many parcels are on none.</summary>
public sealed partial class ManifestsPage
{
    [Inject]
    private ReadManifests Read { get; set; } = null!;

    /// <inheritdoc/>
    protected override int Parse(string query) => ManifestsUrl.PageIn(query);

    /// <inheritdoc/>
    protected override Task<ManifestsPageRows> ReadAsync(Actor actor, int filter, CancellationToken token) => Read.ListAsync(actor, filter, token);

    private string LeftBehindText(int count) => count == 1 ? Texts["LeftBehindOne"] : Texts["LeftBehind", IndianFormat.Number(count)];

    private string UnhandedText(int count) => count == 1 ? Texts["UnhandedOne"] : Texts["Unhanded", IndianFormat.Number(count)];
}
