using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Manifests;
using SellerPortal.Platform;
using SellerPortal.Printing.Manifests;

namespace SellerPortal.Features.Manifests;

/// <summary>Reads manifests: the list, one of them page by page, and all that its paper shows.</summary>
public sealed class ReadManifests(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <summary>Rows of one page, of the list and of a manifest.</summary>
    public const int PageSize = 50;

    /// <summary>One page of the list, the newest first.</summary>
    public async Task<ManifestsPageRows> ListAsync(Actor actor, int page, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        var manifests = database.Manifests.AsNoTracking().VisibleTo(actor);
        var total = await manifests.CountAsync(token);
        var rows = await Rows(database, manifests.OrderByDescending(manifest => manifest.OpenedAt).ThenByDescending(manifest => manifest.Id).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(token);
        return new ManifestsPageRows(rows, total, await UnhandedAsync(database, actor, token), await LeftBehindAsync(database, actor, token));
    }

    /// <summary>The manifests from a place on, the newest first, for systems.</summary>
    public async Task<(IReadOnlyList<ManifestRow> Rows, ListPlace? Next)> FromAsync(Actor actor, ManifestFilter filter, ListPlace? place, int count, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        var manifests = Wanted(database.Manifests.AsNoTracking().VisibleTo(actor), filter).From(place, manifest => manifest.OpenedAt, manifest => manifest.Id, id => new ManifestId(id));
        var rows = await Rows(database, manifests.Take(count + 1)).ToListAsync(token);
        return rows.Cut(count, row => new ListPlace(row.OpenedAt, row.Id.Value));
    }

    /// <summary>How many of the seller's shipments are on no manifest yet.</summary>
    public async Task<int> CountUnhandedAsync(Actor actor, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        return await UnhandedAsync(database, actor, token);
    }

    /// <summary>One manifest with one page of its lines; null when it does not exist for the actor.</summary>
    public async Task<ManifestView?> OneAsync(Actor actor, ManifestId id, int page, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        if (await Rows(database, database.Manifests.AsNoTracking().VisibleTo(actor).Where(manifest => manifest.Id == id)).SingleOrDefaultAsync(token) is not { } row) return null;
        var lines = await database.LinesAsync(id, row.IsClosed, (page - 1) * PageSize, PageSize, token);
        return new ManifestView(row, lines, row.IsClosed ? 0 : await UnhandedAsync(database, actor, token));
    }

    /// <summary>The paper of a manifest; null when it does not exist for the actor.</summary>
    public async Task<ManifestContent?> PaperAsync(Actor actor, ManifestId id, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        if (await database.Manifests.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(manifest => manifest.Id == id, token) is not { } manifest) return null;
        var sender = await database.SenderAsync(manifest, token);
        return new ManifestContent
        {
            Number = manifest.Number,
            IsTest = manifest.IsTest,
            Seller = sender.Name,
            Address = sender.Address,
            Places = sender.Places,
            CustomerId = sender.CustomerId,
            ContractNumber = sender.ContractNumber,
            OpenedAt = manifest.OpenedAt,
            ClosedAt = manifest.ClosedAt,
            Lines = await database.LinesAsync(id, manifest.ClosedAt is not null, 0, Manifest.MostParcels, token),
        };
    }

    private static IQueryable<Manifest> Wanted(IQueryable<Manifest> manifests, ManifestFilter filter)
    {
        if (filter.State is { } state) manifests = state == ManifestState.Open ? manifests.Where(manifest => manifest.ClosedAt == null) : manifests.Where(manifest => manifest.ClosedAt != null);
        if (filter.From is { } from) manifests = manifests.Where(manifest => manifest.Day >= from);
        if (filter.To is { } to) manifests = manifests.Where(manifest => manifest.Day <= to);
        return manifests;
    }

    private static Task<int> UnhandedAsync(PortalDbContext database, Actor actor, CancellationToken token) => actor.SellerId is { } seller
        ? database.Shipments.Where(shipment => shipment.SellerId == seller).OnNoManifest().CountAsync(token)
        : Task.FromResult(0);

    private async Task<int> LeftBehindAsync(PortalDbContext database, Actor actor, CancellationToken token) => actor.SellerId is { } seller
        ? await database.Shipments.Where(shipment => shipment.SellerId == seller).LeftBehind(database, ManifestDay.Of(clock.GetUtcNow())).CountAsync(token)
        : 0;

    private static IQueryable<ManifestRow> Rows(PortalDbContext database, IQueryable<Manifest> manifests) => manifests.Select(manifest => new ManifestRow
    {
        Id = manifest.Id,
        Number = manifest.Number,
        Day = manifest.Day,
        OpenedAt = manifest.OpenedAt,
        ClosedAt = manifest.ClosedAt,
        ClosedByHand = manifest.ClosedBy != null,
        Version = manifest.Version,
        Parcels = manifest.ClosedAt != null ? manifest.Parcels : database.Shipments.Count(shipment => shipment.ManifestId == manifest.Id && shipment.Status != Domain.Shipments.ShipmentStatus.Cancelled),
        Grams = manifest.ClosedAt != null ? manifest.Grams : database.Shipments.Where(shipment => shipment.ManifestId == manifest.Id && shipment.Status != Domain.Shipments.ShipmentStatus.Cancelled).Sum(shipment => (long)shipment.Parcel.WeightGrams),
    });
}

/// <summary>One page of the list.</summary>
/// <param name="Rows">The manifests.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Unhanded">The seller's shipments that are on no manifest.</param>
/// <param name="LeftBehind">Those that stand on a manifest of an earlier day, and that the post has not scanned.</param>
public sealed record ManifestsPageRows(IReadOnlyList<ManifestRow> Rows, int Total, int Unhanded, int LeftBehind);

/// <summary>One manifest with one page of its lines.</summary>
public sealed record ManifestView(ManifestRow Manifest, IReadOnlyList<ManifestLine> Lines, int Unhanded);

/// <summary>One manifest in a list.</summary>
public sealed record ManifestRow
{
    public required ManifestId Id { get; init; }

    public required string Number { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>True when a person closed it and not the end of the day.</summary>
    public bool ClosedByHand { get; init; }

    /// <summary>Changed whenever parcels are added or taken off, and at the end.</summary>
    public required Guid Version { get; init; }

    public required int Parcels { get; init; }

    /// <summary>The weight on the scale of all parcels.</summary>
    public required long Grams { get; init; }

    public bool IsClosed => ClosedAt is not null;
}
