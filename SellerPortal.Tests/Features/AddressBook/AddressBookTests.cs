using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.AddressBook;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.AddressBook;

public sealed class AddressBookTests
{
    private static CancellationToken Token => EntryWorld.Token;

    [Theory, EachDatabase]
    public async Task Add_TwiceWithTheSameId_KeepsOneWithStateFromThePincode(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var id = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.Consignees.AddAsync(world.Actor, id, EntryWorld.Form(), Token))));
        Assert.All(results, result => Assert.Equal(KeepOutcome.Kept, result.Outcome));

        await using var database = world.Databases.CreateDbContext();
        var kept = await database.SavedConsignees.SingleAsync(Token);
        Assert.Equal((id, world.Seller.Id, "PWD Raipur", "ee@example.in"), (kept.Id, kept.SellerId, kept.Nickname, kept.Email));
        Assert.Equal(("Chhattisgarh", "9826012345"), (kept.Address.State, kept.Address.Mobile));
    }

    [Theory, EachDatabase]
    public async Task Add_NicknameInOtherCapitals_IsRefusedForTheSellerOnly(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        await world.AddAsync();
        var again = await world.Consignees.AddAsync(world.Actor, Guid.CreateVersion7(), EntryWorld.Form(" pwd  RAIPUR "), Token);
        Assert.Equal(EntryFault.NameTaken, Assert.Single(again.EntryFaults));
        Assert.Equal(KeepOutcome.Kept, (await world.Consignees.AddAsync(world.Stranger, Guid.CreateVersion7(), EntryWorld.Form(), Token)).Outcome);
    }

    [Fact]
    public async Task Add_WrongFields_SaysAllThatIsWrong()
    {
        await using var world = await EntryWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = new ConsigneeForm("", "nobody", new ConsigneeInput { Name = "Jo", Pincode = "999999", Mobile = "12345", Line1 = "x" });
        var result = await world.Consignees.AddAsync(world.Actor, Guid.CreateVersion7(), form, Token);
        Assert.Equal([EntryFault.NameMissing, EntryFault.EmailMalformed], result.EntryFaults);
        Assert.Equal([BookingFault.ToPincodeUnknown, BookingFault.NameLength, BookingFault.MobileMalformed, BookingFault.AddressMissing], result.Faults);
        Assert.Equal(KeepOutcome.NotAllowed, (await world.Consignees.AddAsync(world.ViewOnly, Guid.CreateVersion7(), EntryWorld.Form(), Token)).Outcome);
        Assert.Equal(KeepOutcome.NotAllowed, (await world.Consignees.AddAsync(TestSellers.Admin, Guid.CreateVersion7(), EntryWorld.Form(), Token)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task Add_FullBook_IsRefused(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        await using (var database = world.Databases.CreateDbContext())
        {
            EntryWorld.Form().Check(world.Directory.Value, out var tidy);
            for (var number = 0; number < SavedConsignee.MostPerSeller; number++)
            {
                database.SavedConsignees.Add(SavedConsignee.Of(Guid.CreateVersion7(), world.Seller.Id, tidy! with { Nickname = $"PWD {number}" }, world.Time.GetUtcNow()));
            }

            await database.SaveChangesAsync(Token);
        }

        Assert.Equal(KeepOutcome.TooMany, (await world.Consignees.AddAsync(world.Actor, Guid.CreateVersion7(), EntryWorld.Form(), Token)).Outcome);
        var last = await new ReadAddressBook(world.Databases).ExecuteAsync(world.Actor, new AddressBookFilter("pwd raipur", 999), Token);
        Assert.Equal((5_000, 200, 200, 25), (last.Count, last.Page, last.Pages, last.Rows.Count));
    }

    [Theory, EachDatabase]
    public async Task Change_OldVersion_LosesToWhoWasFirst(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var before = await world.AddAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(number => Task.Run(() =>
            world.Consignees.ChangeAsync(world.Actor, before.Id, before.Version, EntryWorld.Form($"PWD {number}"), Token))));
        Assert.Single(results, result => result.Outcome == KeepOutcome.Kept);
        Assert.Equal(4, results.Count(result => result.Outcome == KeepOutcome.ChangedMeanwhile));
    }

    [Theory, EachDatabase]
    public async Task ChangeOrRemove_OfAnotherSeller_IsMissing(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        var mine = await world.AddAsync();
        var removal = new RemoveConsignee(world.Databases);
        Assert.Equal(KeepOutcome.Missing, (await world.Consignees.ChangeAsync(world.Stranger, mine.Id, mine.Version, EntryWorld.Form("Mine now"), Token)).Outcome);
        Assert.Equal(KeepOutcome.Missing, (await removal.ExecuteAsync(world.Stranger, mine.Id, Token)).Outcome);
        Assert.Equal(KeepOutcome.NotAllowed, (await removal.ExecuteAsync(world.ViewOnly, mine.Id, Token)).Outcome);
        Assert.Empty((await new ReadAddressBook(world.Databases).ExecuteAsync(world.Stranger, new AddressBookFilter("", 1), Token)).Rows);

        Assert.Equal(KeepOutcome.Kept, (await removal.ExecuteAsync(world.Actor, mine.Id, Token)).Outcome);
        Assert.Equal(KeepOutcome.Missing, (await removal.ExecuteAsync(world.Actor, mine.Id, Token)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task Read_Words_FindsThoseWithEveryWord(DatabaseKind kind)
    {
        await using var world = await EntryWorld.CreateAsync(kind);
        await world.AddAsync("zebra stores");
        await world.AddAsync("Alpha 100%");
        await world.AddAsync("लोक निर्माण");
        Assert.Equal(["Alpha 100%", "zebra stores", "लोक निर्माण"], await FoundAsync("RAIPUR 4920"));
        Assert.Equal(["zebra stores"], await FoundAsync("stores zeb 98260"));
        Assert.Equal(["Alpha 100%"], await FoundAsync("0%"));
        Assert.Equal(["लोक निर्माण"], await FoundAsync("निर्माण"));
        Assert.Empty(await FoundAsync("zebra alpha"));

        async Task<IEnumerable<string>> FoundAsync(string text) =>
            (await new ReadAddressBook(world.Databases).ExecuteAsync(world.Actor, new AddressBookFilter(text, 1), Token)).Rows.Select(row => row.Nickname);
    }
}
