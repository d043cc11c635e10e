using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

public sealed class ListPickupsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task List_OfManyToCome_BeginsWithTheNextAndEndsWithThoseThatAreOver(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var office = RealDirectory.Value.OfficesOf(Pincode.FromNumber(482001)).First(office => office.IsBookable);
        (int Day, PickupSlot Slot, PickupState State)[] expected =
        [
            (0, PickupSlot.Morning, PickupState.OutForPickup),
            (0, PickupSlot.Afternoon, PickupState.Confirmed),
            (0, PickupSlot.Evening, PickupState.Requested),
            .. Enumerable.Range(1, ListPickups.PageSize).Select(day => (day, PickupSlot.Evening, PickupState.Requested)),
            (3, PickupSlot.Morning, PickupState.Cancelled),
            (-1, PickupSlot.Morning, PickupState.PickedUp),
            (-2, PickupSlot.Evening, PickupState.Failed),
        ];
        await using (var database = world.Databases.CreateDbContext())
        {
            foreach (var (day, slot, state) in expected.OrderBy(one => (one.Day * 7919) % 31))
            {
                var pickup = PickupRequest.Request(
                    new NewPickup { SellerId = world.Seller.Id, Key = Guid.CreateVersion7(), Address = TestSellers.Address(), Office = office, Time = new PickupTime(PickupWorld.Monday.AddDays(day), slot) }, by: null, world.Time.GetUtcNow());
                database.Pickups.Add(pickup);
                database.Entry(pickup).Property(one => one.State).CurrentValue = state;
            }

            await database.SaveChangesAsync(Token);
        }

        var rows = new List<PickupRow>();
        for (var page = 1; page <= 2; page++) rows.AddRange((await world.List.ExecuteAsync(world.Actor, new PickupFilter { Page = page }, Token)).Rows);
        Assert.Equal(expected.Select(one => (PickupWorld.Monday.AddDays(one.Day), one.Slot, one.State)), rows.Select(row => (row.Day, row.Slot, row.State)));
        Assert.Equal(PickupWorld.Monday.AddDays(1), (await world.List.ExecuteAsync(world.Actor, new PickupFilter { State = PickupState.Requested }, Token)).Rows[1].Day);
    }
}
