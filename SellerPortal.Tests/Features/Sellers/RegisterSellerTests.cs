using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Sellers;

public sealed class RegisterSellerTests
{
    [Theory, EachDatabase]
    public async Task Register_GoodForm_MakesAccountAndPendingSeller(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var result = await world.RegisterAsync(SellerWorld.Form());
        Assert.Empty(result.Faults);
        var seller = await world.ReadAsync(result.Account!.SellerId!.Value);
        Assert.Equal(SellerStatus.Pending, seller.Status);
        Assert.Equal(("27AAPFU0939F1ZV", "AAPFU0939F", "GEM-4711", "9826012345"), (seller.Gstin, seller.Pan, seller.GemSellerId, seller.Mobile));
        Assert.Equal(("Acme Traders", "Jabalpur", "Madhya Pradesh"), (seller.PickupAddress.Name, seller.PickupAddress.City, seller.PickupAddress.State));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(1, await database.UserRoles.CountAsync(SellerWorld.Token));
    }

    [Theory, EachDatabase]
    public async Task Register_SameFormTwice_MakesOne(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var form = SellerWorld.Form();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.RegisterAsync(form))));
        Assert.All(results, result => Assert.NotNull(result.Account));
        Assert.Single(results.Select(result => result.Account!.Id).Distinct());
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal((1, 1), (await database.Users.CountAsync(SellerWorld.Token), await database.Sellers.CountAsync(SellerWorld.Token)));
    }

    [Theory, EachDatabase]
    public async Task Register_TakenEmailAndGemId_AreNamedAndNothingIsMade(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        await world.RegisterAsync(SellerWorld.Form());
        var again = SellerWorld.Form();
        again.Email = "RAVI@example.in";
        var result = await world.RegisterAsync(again);
        Assert.Equal([new SellerFault("Email", "Taken"), new SellerFault("GemSellerId", "Taken")], result.Faults);
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal((1, 1), (await database.Users.CountAsync(SellerWorld.Token), await database.Sellers.CountAsync(SellerWorld.Token)));
    }

    [Fact]
    public async Task Register_SameFormWithAnotherPassword_IsNobodysAccount()
    {
        await using var world = await SellerWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = SellerWorld.Form();
        await world.RegisterAsync(form);
        form.Password = "Another-2026";
        Assert.Null((await world.RegisterAsync(form)).Account);
    }

    [Fact]
    public async Task Register_EmptyForm_NamesEveryFaultInTheOrderOfThePage()
    {
        await using var world = await SellerWorld.CreateAsync(DatabaseKind.Sqlite);
        var result = await world.RegisterAsync(new RegisterForm { Key = Guid.CreateVersion7() });
        Assert.Equal(
            [
                new("Email", "Empty"), new("Password", "Empty"), new("LegalName", "Empty"), new("GemSellerId", "Empty"), new("Gstin", "OrOther"),
                new("Mobile", "Empty"), new("Line1", "Empty"), new("Pincode", "Empty"),
            ],
            result.Faults);
    }

    [Fact]
    public async Task Register_ContradictingNumbers_AreFound()
    {
        await using var world = await SellerWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = SellerWorld.Form();
        (form.Pan, form.Udyam, form.Pincode, form.Email, form.Password) = ("ABCFG4512K", "UDYAM-MP-24-1", "999999", "no mail", "short");
        var result = await world.RegisterAsync(form);
        Assert.Equal(
            [
                new("Email", "Malformed"), new("Password", "PasswordRequiresNonAlphanumeric"), new("Password", "PasswordRequiresDigit"),
                new("Password", "PasswordRequiresUpper"), new("Udyam", "Length"), new("Pan", "Differs"), new("Pincode", "NotInDirectory"),
            ],
            result.Faults.Where(fault => fault.Code != "PasswordTooShort"));
    }

    [Theory, EachDatabase]
    public async Task Resubmit_OnlyAfterRejection(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var seller = await world.PendingAsync();
        var actor = TestSellers.ActorOf(seller.Id);
        var resubmit = new ResubmitSeller(world.Databases, world.Check, world.Time);
        var form = SellerWorld.Form();
        form.LegalName = "Acme Trading Company";
        Assert.Equal(OwnSellerOutcome.ChangedMeanwhile, (await resubmit.ExecuteAsync(actor, form, SellerWorld.Token)).Outcome);

        await world.Reject.ExecuteAsync(TestSellers.Admin, seller.Id, seller.Version, "The name differs from the GST certificate.", SellerWorld.Token);
        Assert.Equal(OwnSellerOutcome.Saved, (await resubmit.ExecuteAsync(actor, form, SellerWorld.Token)).Outcome);
        seller = await world.ReadAsync(seller.Id);
        Assert.Equal((SellerStatus.Pending, "Acme Trading Company"), (seller.Status, seller.LegalName));
        Assert.Equal(OwnSellerOutcome.Missing, (await resubmit.ExecuteAsync(TestSellers.Admin, form, SellerWorld.Token)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task MovePickup_NewAddress_IsSavedForOneselfOnly(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var seller = await world.PendingAsync();
        var other = await world.PendingAsync("asha@example.in", "gem-2");
        var move = new MovePickup(world.Databases, world.Check, world.Directory);
        var form = new PickupForm { ContactName = "Ravi Sahu", Mobile = "9826099999", Line1 = "Plot 7", Line2 = "Richhai Industrial Area", Pincode = "482001" };
        Assert.Equal(OwnSellerOutcome.Saved, (await move.ExecuteAsync(TestSellers.ActorOf(seller.Id), form, SellerWorld.Token)).Outcome);
        var moved = await world.ReadAsync(seller.Id);
        Assert.Equal(("Ravi Sahu", "Acme Traders", "Plot 7", "9826099999"), (moved.PickupAddress.Name, moved.PickupAddress.Company, moved.PickupAddress.Line1, moved.Mobile));
        Assert.Equal("Godown 2, Napier Town", (await world.ReadAsync(other.Id)).PickupAddress.Line1);
        form.Mobile = "12";
        Assert.Equal([new SellerFault("Mobile", "NotTenDigits")], (await move.ExecuteAsync(TestSellers.ActorOf(seller.Id), form, SellerWorld.Token)).Faults);
    }

    [Fact]
    public async Task MovePickup_OnlyThePincodeTypedAnew_TakesCityAndStateFromIt()
    {
        await using var world = await SellerWorld.CreateAsync(DatabaseKind.Sqlite);
        var seller = await world.PendingAsync();
        var form = new PickupForm { Mobile = "9826099999", Line1 = "Plot 7, Urla", Pincode = "492001", City = "Jabalpur", State = "Madhya Pradesh" };
        await new MovePickup(world.Databases, world.Check, world.Directory).ExecuteAsync(TestSellers.ActorOf(seller.Id), form, SellerWorld.Token);
        var address = (await world.ReadAsync(seller.Id)).PickupAddress;
        Assert.Equal(("Raipur", "Chhattisgarh"), (address.City, address.State));
    }
}
