using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Pickups;

/// <summary>Reads the pickups that an account may see: the next ones first, then those that have ended or failed, the last ones first.</summary>
public sealed class ListPickups(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    /// <summary>The pickups from a place on, the latest asked for first, for systems.</summary>
    public async Task<(IReadOnlyList<PickupRequest> Pickups, ListPlace? Next)> FromAsync(Actor actor, PickupState? state, ListPlace? place, int count, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var pickups = database.Pickups.AsNoTracking().VisibleTo(actor);
        if (state is { } one) pickups = pickups.Where(pickup => pickup.State == one);
        var found = await pickups.From(place, pickup => pickup.RequestedAt, pickup => pickup.Id, id => new PickupId(id)).Take(count + 1).ToListAsync(token);
        return found.Cut(count, pickup => new ListPlace(pickup.RequestedAt, pickup.Id.Value));
    }

    /// <summary>One page of what the filter asks for.</summary>
    public async Task<PickupsPageRows> ExecuteAsync(Actor actor, PickupFilter filter, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var today = IndianTime.DayOf(time.GetUtcNow());
        var visible = Among(database.Pickups.AsNoTracking().VisibleTo(actor), filter);
        var missed = visible.Missed(database, today);
        var counts = await visible.GroupBy(pickup => pickup.State).Select(group => new { State = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.State, row => row.Count, token);
        var shown = filter.State is { } one ? visible.Where(pickup => pickup.State == one) : filter.Missed ? missed : visible;
        var rows = await shown
            // Those to come from the next day on, which puts them before the others, and those from the last day back.
            .OrderBy(pickup => pickup.State == PickupState.Requested || pickup.State == PickupState.Confirmed || pickup.State == PickupState.OutForPickup ? pickup.Day : DateOnly.MaxValue)
            .ThenByDescending(pickup => pickup.Day)
            .ThenBy(pickup => pickup.Slot == PickupSlot.Morning ? 0 : pickup.Slot == PickupSlot.Afternoon ? 1 : 2)
            .ThenByDescending(pickup => pickup.Id)
            .Skip((filter.Page - 1) * PageSize)
            .Take(PageSize)
            .Select(pickup => new PickupRow
            {
                Id = pickup.Id,
                Seller = database.Sellers.Where(seller => seller.Id == pickup.SellerId).Select(seller => seller.LegalName).First(),
                Office = pickup.Office,
                Agent = pickup.AgentName,
                City = pickup.Address.City,
                Day = pickup.Day,
                Slot = pickup.Slot,
                State = pickup.State,
                Parcels = pickup.Parcels,
                Repeats = pickup.RepeatId != null,
            })
            .ToListAsync(token);
        var waiting = actor.SellerId is { } own
            ? await database.Shipments.Where(shipment => shipment.SellerId == own).WithoutPickup(database, today).CountAsync(token)
            : 0;
        return new PickupsPageRows(rows, counts, await missed.CountAsync(token), waiting);
    }

    /// <summary>Those of an office or a pincode, and of a day, where the filter names them.</summary>
    private static IQueryable<PickupRequest> Among(IQueryable<PickupRequest> pickups, PickupFilter filter)
    {
        if (filter.Day is { } day) pickups = pickups.Where(pickup => pickup.Day == day);
        if (filter.Office.Length == 0) return pickups;
        if (Pincode.TryParse(filter.Office.Replace(" ", "", StringComparison.Ordinal), out var pincode)) return pickups.Where(pickup => pickup.OfficePincode == pincode || pickup.Address.Pincode == pincode);
        var name = filter.Office.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database folds the case, not .NET.
        return pickups.Where(pickup => pickup.Office.ToLower().Contains(name));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}

/// <summary>One page of the list.</summary>
/// <param name="Rows">The pickups.</param>
/// <param name="Counts">How many there are in each state; none for a state that is not named.</param>
/// <param name="Missed">How many came to nothing while their parcels still wait.</param>
/// <param name="Waiting">The seller's parcels that wait for no pickup.</param>
public sealed record PickupsPageRows(IReadOnlyList<PickupRow> Rows, IReadOnlyDictionary<PickupState, int> Counts, int Missed, int Waiting)
{
    /// <summary>How many there are in a state, or in all.</summary>
    public int TotalOf(PickupState? state) => state is { } one ? Counts.GetValueOrDefault(one) : Counts.Values.Sum();

    /// <summary>How many the filter finds on all pages.</summary>
    public int TotalOf(PickupFilter filter) => filter.Missed ? Missed : TotalOf(filter.State);
}

/// <summary>One pickup in a list.</summary>
public sealed record PickupRow
{
    public required PickupId Id { get; init; }

    /// <summary>Whose parcels; shown to staff.</summary>
    public required string Seller { get; init; }

    /// <summary>The office whose agent comes.</summary>
    public required string Office { get; init; }

    /// <summary>Who comes; null where nobody is named. Shown to staff.</summary>
    public required string? Agent { get; init; }

    /// <summary>Where the parcels are.</summary>
    public required string City { get; init; }

    public required DateOnly Day { get; init; }

    public required PickupSlot Slot { get; init; }

    public required PickupState State { get; init; }

    public required int Parcels { get; init; }

    /// <summary>True when a repeating pickup made it.</summary>
    public required bool Repeats { get; init; }
}
