using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Data.Pickups;

/// <summary>Takes and gives back places in the slots of post offices.</summary>
public static class PickupPlaceStock
{
    /// <summary>
    /// Takes a place in a slot. Belongs into the transaction that writes the pickup: from here to its end all others who
    /// want a place in the same slot wait.
    /// </summary>
    /// <returns>False when the slot is full.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction: the place would be taken though the pickup is not written.</exception>
    public static async Task<bool> TakePickupPlaceAsync(
        this PortalDbContext database, SlotOffice office, PickupTime time, int capacity, CancellationToken token)
    {
        if (database.Database.CurrentTransaction is null) throw new InvalidOperationException("A place of a pickup is taken within a transaction.");
        var slot = time.Slot.ToString();
        await database.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "PickupPlaces" ("OfficePincode", "Office", "Day", "Slot", "Taken") VALUES ({office.Pincode.Value}, {office.Key}, {time.Day}, {slot}, 0)
            ON CONFLICT DO NOTHING
            """,
            token);
        return await database.PlacesOf(office, time)
            .Where(places => places.Taken < capacity)
            .ExecuteUpdateAsync(set => set.SetProperty(places => places.Taken, places => places.Taken + 1), token) == 1;
    }

    /// <summary>Gives the place of a pickup back, within the transaction that ends or moves it.</summary>
    public static Task GiveBackPickupPlaceAsync(
        this PortalDbContext database, SlotOffice office, PickupTime time, CancellationToken token) =>
        database.PlacesOf(office, time)
            .Where(places => places.Taken > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(places => places.Taken, places => places.Taken - 1), token);

    /// <summary>The pickups that an office has from a day on, by slot.</summary>
    public static async Task<IReadOnlyDictionary<PickupTime, int>> TakenPickupPlacesAsync(
        this PortalDbContext database, SlotOffice office, DateOnly from, CancellationToken token)
    {
        var rows = await database.PickupPlaces.AsNoTracking()
            .Where(places => places.OfficePincode == office.Pincode && places.Office == office.Key && places.Day >= from)
            .Select(places => new { places.Day, places.Slot, places.Taken })
            .ToListAsync(token);
        return rows.ToDictionary(row => new PickupTime(row.Day, row.Slot), row => row.Taken);
    }

    private static IQueryable<PickupPlaces> PlacesOf(this PortalDbContext database, SlotOffice office, PickupTime time) =>
        database.PickupPlaces.Where(places =>
            places.OfficePincode == office.Pincode && places.Office == office.Key && places.Day == time.Day && places.Slot == time.Slot);
}
