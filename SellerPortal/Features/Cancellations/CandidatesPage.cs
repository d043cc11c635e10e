using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;

namespace SellerPortal.Features.Cancellations;

/// <summary>A page that does something with parcels that it was given.</summary>
public abstract class CandidatesPage : ActPage<IReadOnlyList<Candidate>>
{
    [Inject]
    private ReadCandidates Read { get; set; } = null!;

    /// <summary>The parcels asked for.</summary>
    protected abstract IReadOnlyList<ShipmentId> Ids { get; }

    /// <summary>Those of the parcels that the visitor may see; null until they are read.</summary>
    protected IReadOnlyList<Candidate>? Candidates => Shown;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Candidate>?> ReadAsync(CancellationToken token) => await Read.ExecuteAsync(Visitor, Ids, token);
}
