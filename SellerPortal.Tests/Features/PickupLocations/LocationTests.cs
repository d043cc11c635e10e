using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.PickupLocations;
using SellerPortal.Features.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.PickupLocations;

public sealed class LocationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Read_NothingKept_ShowsThePickupAddressAsTheDefault(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var main = Assert.Single(await ReadAsync(world));
        Assert.Equal((world.Seller.Id.Value, "Jabalpur", true, world.Seller.PickupAddress), (main.Id, main.Name, main.IsDefault, main.Address));
        Assert.NotNull(main.Office);
        Assert.Empty(await new ReadLocations(world.Databases, world.Directory).ExecuteAsync(TestSellers.Admin, Token));
    }

    [Theory, EachDatabase]
    public async Task Add_TwiceAtOnce_KeepsOne(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var id = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => AddAsync(world, world.Actor, id, "Godown 2"))));
        Assert.All(results, result => Assert.Equal(KeepOutcome.Kept, result.Outcome));
        Assert.Equal([("Jabalpur", true), ("Godown 2", false)], (await ReadAsync(world)).Select(row => (row.Name, row.IsDefault)));

        Assert.Equal([EntryFault.NameTaken], (await AddAsync(world, world.Actor, Guid.CreateVersion7(), "GODOWN 2")).EntryFaults);
        Assert.Equal([EntryFault.NameTaken], (await AddAsync(world, world.Actor, Guid.CreateVersion7(), "jabalpur")).EntryFaults);
        Assert.Equal(KeepOutcome.NotAllowed, (await AddAsync(world, world.ViewOnly, Guid.CreateVersion7(), "Shop")).Outcome);
    }

    [Fact]
    public async Task Add_UnknownPincode_IsRefusedAtItsField()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = new LocationForm("Shop", EntryWorld.Address() with { Pincode = "999999" });
        var result = await new AddLocation(world.Databases, world.Directory).ExecuteAsync(world.Actor, Guid.CreateVersion7(), form, Token);
        Assert.Equal([BookingFault.FromPincodeUnknown], result.Faults);
    }

    [Theory, EachDatabase]
    public async Task MakeDefault_OtherLocation_MovesThePickupAddressAndKeepsTheFormer(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var godown = await AddedAsync(world, "Godown 2");
        Assert.Equal(KeepOutcome.Kept, (await MakeDefaultAsync(world, world.Actor, godown)).Outcome);
        Assert.Equal(KeepOutcome.Kept, (await MakeDefaultAsync(world, world.Actor, godown)).Outcome);
        await using (var database = world.Databases.CreateDbContext())
        {
            Assert.Equal(godown.Address, (await database.Sellers.SingleAsync(seller => seller.Id == world.Seller.Id, Token)).PickupAddress);
        }

        var rows = await ReadAsync(world);
        Assert.Equal([("Godown 2", true, "Raipur"), ("Jabalpur", false, "Jabalpur")], rows.Select(row => (row.Name, row.IsDefault, row.Address.City)));

        // The registration's own page moves the same address.
        var check = new SellerFormCheck(world.Directory);
        var moved = new PickupForm { Mobile = "9826012345", Line1 = "Shop 9", Pincode = "110001", City = "New Delhi" };
        await new MovePickup(world.Databases, check, world.Directory).ExecuteAsync(world.Actor, moved, Token);
        Assert.Equal(("Godown 2", 110_001), ((await ReadAsync(world))[0].Name, (await ReadAsync(world))[0].Address.Pincode.Value));
    }

    [Theory, EachDatabase]
    public async Task MakeDefault_TwoAtOnce_LeavesExactlyOneDefault(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var one = await AddedAsync(world, "Godown 1");
        var two = await AddedAsync(world, "Godown 2");
        var results = await Task.WhenAll(new[] { one, two, one, two }.Select(row => Task.Run(() => MakeDefaultAsync(world, world.Actor, row))));
        Assert.All(results, result => Assert.Contains(result.Outcome, new[] { KeepOutcome.Kept, KeepOutcome.ChangedMeanwhile }));
        var rows = await ReadAsync(world);
        Assert.Equal(3, rows.Count);
        var main = Assert.Single(rows, row => row.IsDefault);
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(main.Address, (await database.Sellers.SingleAsync(seller => seller.Id == world.Seller.Id, Token)).PickupAddress);
    }

    [Theory, EachDatabase]
    public async Task Change_TheDefault_MovesThePickupAddressOnceForEachVersion(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var main = Assert.Single(await ReadAsync(world));
        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => Task.Run(() => ChangeAsync(world, world.Actor, main, $"Shop {number}"))));
        Assert.Single(results, result => result.Outcome == KeepOutcome.Kept);
        Assert.Equal(4, results.Count(result => result.Outcome == KeepOutcome.ChangedMeanwhile));
        var after = Assert.Single(await ReadAsync(world));
        Assert.Equal(("Raipur", true, main.Id), (after.Address.City, after.IsDefault, after.Id));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal("Raipur", (await database.Sellers.SingleAsync(seller => seller.Id == world.Seller.Id, Token)).PickupAddress.City);
    }

    [Theory, EachDatabase]
    public async Task Change_OtherLocation_LeavesThePickupAddress(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var godown = await AddedAsync(world, "Godown 2");
        Assert.Equal([EntryFault.NameTaken], (await AddedThenRenameAsync(world, godown)).EntryFaults);
        Assert.Equal(KeepOutcome.Kept, (await ChangeAsync(world, world.Actor, godown, "Godown 3")).Outcome);
        Assert.Equal(KeepOutcome.ChangedMeanwhile, (await ChangeAsync(world, world.Actor, godown, "Godown 4")).Outcome);
        Assert.Equal("Jabalpur", (await ReadAsync(world))[0].Address.City);

        async Task<KeepResult> AddedThenRenameAsync(EntryWorld there, LocationRow row)
        {
            await AddedAsync(there, "Shop");
            return await ChangeAsync(there, there.Actor, row, "SHOP");
        }
    }

    [Theory, EachDatabase]
    public async Task Anything_OfAnotherSeller_IsMissing(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var godown = await AddedAsync(world, "Godown 2");
        var main = (await ReadAsync(world))[0];
        var removal = new RemoveLocation(world.Databases);
        foreach (var row in new[] { godown, main })
        {
            Assert.Equal(KeepOutcome.Missing, (await ChangeAsync(world, world.Stranger, row, "Mine now")).Outcome);
            Assert.Equal(KeepOutcome.Missing, (await MakeDefaultAsync(world, world.Stranger, row)).Outcome);
            Assert.Equal(KeepOutcome.Missing, (await removal.ExecuteAsync(world.Stranger, row.Id, Token)).Outcome);
            Assert.Equal(KeepOutcome.NotAllowed, (await ChangeAsync(world, world.ViewOnly, row, "Mine now")).Outcome);
            Assert.Equal(KeepOutcome.NotAllowed, (await MakeDefaultAsync(world, world.ViewOnly, row)).Outcome);
            Assert.Equal(KeepOutcome.NotAllowed, (await removal.ExecuteAsync(world.ViewOnly, row.Id, Token)).Outcome);
        }

        Assert.Equal(KeepOutcome.IsDefault, (await removal.ExecuteAsync(world.Actor, main.Id, Token)).Outcome);
        Assert.Equal(KeepOutcome.Kept, (await removal.ExecuteAsync(world.Actor, godown.Id, Token)).Outcome);
        Assert.Equal(KeepOutcome.Missing, (await removal.ExecuteAsync(world.Actor, godown.Id, Token)).Outcome);
    }

    /// <summary>Adds a location in Raipur and reads it.</summary>
    internal static async Task<LocationRow> AddedAsync(EntryWorld world, string name)
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(KeepOutcome.Kept, (await AddAsync(world, world.Actor, id, name)).Outcome);
        return (await ReadAsync(world)).Single(row => row.Id == id);
    }

    private static Task<IReadOnlyList<LocationRow>> ReadAsync(EntryWorld world) =>
        new ReadLocations(world.Databases, world.Directory).ExecuteAsync(world.Actor, Token);

    private static Task<KeepResult> AddAsync(EntryWorld world, Actor actor, Guid id, string name) =>
        new AddLocation(world.Databases, world.Directory).ExecuteAsync(actor, id, new LocationForm(name, EntryWorld.Address()), Token);

    private static Task<KeepResult> ChangeAsync(EntryWorld world, Actor actor, LocationRow row, string name) =>
        new ChangeLocation(world.Databases, world.Directory).ExecuteAsync(actor, row.Id, row.Version, new LocationForm(name, EntryWorld.Address()), Token);

    private static Task<KeepResult> MakeDefaultAsync(EntryWorld world, Actor actor, LocationRow row) =>
        new MakeDefaultLocation(world.Databases, world.Directory).ExecuteAsync(actor, row.Id, row.Version, Token);
}
