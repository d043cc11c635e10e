using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.FailedDeliveries;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.FailedDeliveries;

public sealed class GiveInstructionTests
{
    private static readonly InstructionInput Again = new() { Kind = InstructionKind.DeliverAgain, DeliverOn = FailuresWorld.Today.AddDays(2) };
    private static readonly InstructionInput Phone = new() { Kind = InstructionKind.CorrectPhone, Mobile = "+91 98270 11111" };
    private static readonly InstructionInput Back = new() { Kind = InstructionKind.ReturnToSender };

    private static readonly TypedAddress Elsewhere = new("Assistant Engineer, PWD", null, "Circuit House Road", null, null, "Bilaspur", null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Give_DeliverAgain_KeepsItWithDeadlineHistoryAndVersion(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var shipment = await world.FailedAsync();
        var version = (await world.ReadAsync(shipment.Id)).Version;
        Assert.Equal(new InstructionResult.Given(InstructionKind.DeliverAgain, Again: false), await GiveAsync(world, shipment, Again));
        var given = Assert.Single(await world.InstructionsAsync(shipment.Id));
        Assert.Equal((Again.DeliverOn, FailuresWorld.Today.AddDays(7), true, world.Actor.UserId), (given.DeliverOn, given.Deadline, given.IsOpen, given.GivenBy));
        Assert.NotEqual(version, (await world.ReadAsync(shipment.Id)).Version);
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal("2026-11-26", (await database.History.SingleAsync(entry => entry.Kind == HistoryKind.DeliverAgain, Token)).Detail);
    }

    [Theory, EachDatabase]
    public async Task Give_UnderTheSameIdAfterAnotherOne_IsTheFirst(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var shipment = await world.FailedAsync();
        var id = Guid.CreateVersion7();
        Assert.Equal(new InstructionResult.Given(InstructionKind.DeliverAgain, Again: false), await world.Give.ExecuteAsync(world.Actor, shipment.Id, Again, Token, id));
        await GiveAsync(world, shipment, Back);
        Assert.Equal(new InstructionResult.Given(InstructionKind.DeliverAgain, Again: true), await world.Give.ExecuteAsync(world.Actor, shipment.Id, Again, Token, id));
        Assert.Equal([InstructionKind.DeliverAgain, InstructionKind.ReturnToSender], (await world.InstructionsAsync(shipment.Id)).OrderBy(one => one.IsOpen).Select(one => one.Kind));
    }

    [Theory, EachDatabase]
    public async Task Give_TwiceOrByManyAtOnce_GivesOnce(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        foreach (var input in new[] { Again, Phone, Back })
        {
            var shipment = await world.FailedAsync();
            var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => GiveAsync(world, shipment, input))));
            Assert.Single(results.Cast<InstructionResult.Given>(), result => !result.Again);
            Assert.Single(await world.InstructionsAsync(shipment.Id));
        }
    }

    [Theory, EachDatabase]
    public async Task Give_Later_TakesThePlaceOfTheOpenOne(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var shipment = await world.FailedAsync();
        await GiveAsync(world, shipment, Again);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await GiveAsync(world, shipment, Back);
        var all = await world.InstructionsAsync(shipment.Id);
        Assert.Equal([(InstructionKind.DeliverAgain, InstructionOutcome.Replaced), (InstructionKind.ReturnToSender, (InstructionOutcome?)null)], all.Select(one => (one.Kind, one.Outcome)));
    }

    [Theory, EachDatabase]
    public async Task Give_Corrections_ChangeTheConsigneeAndKeepNumberAndPincode(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var shipment = await world.FailedAsync(NonDeliveryReason.InsufficientAddress);
        await GiveAsync(world, shipment, Phone);
        Assert.Equal("9827011111", (await world.ReadAsync(shipment.Id)).Consignee.Mobile);
        await GiveAsync(world, shipment, new() { Kind = InstructionKind.CorrectAddress, Address = Elsewhere with { City = "Raipur" }, Pincode = "110001" });
        var after = await world.ReadAsync(shipment.Id);
        Assert.Equal(shipment.Consignee with { Name = "Assistant Engineer, PWD", Line1 = "Circuit House Road", Mobile = "9827011111" }, after.Consignee);
        Assert.Equal(shipment.Article, after.Article);
        var correction = (await world.InstructionsAsync(shipment.Id))[^1];
        Assert.StartsWith("Executive Engineer, PWD\nDivision 2", correction.Before, StringComparison.Ordinal);
        Assert.StartsWith("Assistant Engineer, PWD\nCircuit House Road\nRaipur, Chhattisgarh 492001", correction.After, StringComparison.Ordinal);
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal("9826054321 → 9827011111", (await database.History.SingleAsync(entry => entry.Kind == HistoryKind.PhoneCorrected, Token)).Detail);
    }

    [Theory, EachDatabase]
    public async Task Give_Redirect_KeepsTheOtherAddressAndLeavesTheBookedOne(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var shipment = await world.FailedAsync();
        var input = new InstructionInput { Kind = InstructionKind.Redirect, Address = Elsewhere, Pincode = "495 001", Mobile = "9827011111" };
        Assert.IsType<InstructionResult.Given>(await GiveAsync(world, shipment, input));
        Assert.Equal(shipment.Consignee, (await world.ReadAsync(shipment.Id)).Consignee);
        var given = Assert.Single(await world.InstructionsAsync(shipment.Id));
        Assert.Equal("Assistant Engineer, PWD\nCircuit House Road\nBilaspur, Chhattisgarh 495001\n9827011111", given.After);
        await world.ScanAsync(shipment.Article, "ITEM_REDIRECT", "Item Redirected", 30);
        await world.TellAsync();
        Assert.Equal(InstructionOutcome.Redirected, (await world.InstructionsAsync(shipment.Id))[0].Outcome);
    }

    [Theory, EachDatabase]
    public async Task Give_WrongFields_SaysAllThatIsWrongAndKeepsNothing(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var shipment = await world.FailedAsync();
        await FaultyAsync(new() { Kind = InstructionKind.DeliverAgain }, InstructionFault.DayMissing);
        await FaultyAsync(Again with { DeliverOn = new DateOnly(2026, 11, 29) }, InstructionFault.DayWithoutDelivery);
        await FaultyAsync(Phone with { Mobile = "12345" }, InstructionFault.MobileMalformed);
        await FaultyAsync(Phone with { Mobile = "98260 54321" }, InstructionFault.MobileSame);
        await FaultyAsync(new() { Kind = InstructionKind.CorrectAddress }, InstructionFault.NameMissing, InstructionFault.LinesMissing, InstructionFault.CityMissing);
        await FaultyAsync(
            new() { Kind = InstructionKind.CorrectAddress, Address = new("Executive Engineer, PWD", null, "Division 2, Civil Lines", null, null, "Raipur", null) },
            InstructionFault.AddressSame);
        var redirect = new InstructionInput { Kind = InstructionKind.Redirect, Address = Elsewhere, Mobile = "9827011111" };
        await FaultyAsync(redirect with { Pincode = "49500" }, InstructionFault.PincodeMalformed);
        await FaultyAsync(redirect with { Pincode = "999999" }, InstructionFault.PincodeUnknown);
        Assert.Empty(await world.InstructionsAsync(shipment.Id));

        async Task FaultyAsync(InstructionInput input, params InstructionFault[] expected) =>
            Assert.Equal(expected, Assert.IsType<InstructionResult.Faulty>(await GiveAsync(world, shipment, input)).Faults);
    }

    [Theory, EachDatabase]
    public async Task Give_DeliverAgain_OnlyWhileTheOfficeKeepsIt(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var shipment = await world.BookAsync();
        await world.ScanAsync(shipment.Article, "ITEM_NONDELIVER", "Item Not Delivered", -5 * 24 * 60, NonDeliveryReason.DoorLocked);
        var detail = (await world.Reads.OneAsync(world.Actor, shipment.Id, Token))!;
        Assert.Equal([FailuresWorld.Today.AddDays(1), FailuresWorld.Today.AddDays(2)], detail.Days);
        Assert.Equal([InstructionFault.DayAfterKept], Assert.IsType<InstructionResult.Faulty>(await GiveAsync(world, shipment, Again with { DeliverOn = FailuresWorld.Today.AddDays(3) })).Faults);
        Assert.IsType<InstructionResult.Given>(await GiveAsync(world, shipment, Again));
    }

    [Theory, EachDatabase]
    public async Task Give_WhereItHelpsNot_IsRefusedWithTheReason(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var fresh = await world.BookAsync();
        Assert.Equal(new InstructionResult.Refused(InstructionRefusal.NotHandedOver), await GiveAsync(world, fresh, Back));
        await world.ScanAsync(fresh.Article, "BAG_DISPATCH", "Bag Dispatched", -6 * 24 * 60);
        Assert.IsType<InstructionResult.Given>(await GiveAsync(world, fresh, Back));
        await world.ScanAsync(fresh.Article, "ITEM_RECEIVE", "Item received", 1);
        Assert.Equal(new InstructionResult.Refused(InstructionRefusal.Travelling), await GiveAsync(world, fresh, Again));
        await world.ScanAsync(fresh.Article, "ITEM_DELIVERY", "Item Delivered(Addressee)", 2);
        Assert.Equal(new InstructionResult.Refused(InstructionRefusal.Delivered), await GiveAsync(world, fresh, Again));
    }

    [Theory, EachDatabase]
    public async Task Give_AnothersParcelOrByAViewerOrStaff_IsNotFound(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var shipment = await world.FailedAsync();
        await using var database = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        foreach (var actor in new[] { stranger, stranger with { Roles = TestSellers.Admin.Roles }, world.Actor with { Team = TeamRole.ViewOnly }, TestSellers.Admin })
        {
            Assert.IsType<InstructionResult.NotFound>(await world.Give.ExecuteAsync(actor, shipment.Id, Back, Token));
        }

        Assert.Empty(await world.InstructionsAsync(shipment.Id));
    }

    [Theory, EachDatabase]
    public async Task Give_AgainstADelivery_EndsInExactlyOneOfBoth(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        for (var round = 0; round < 15; round++)
        {
            var shipment = await world.FailedAsync();
            var scan = Task.Run(() => world.ScanAsync(shipment.Article, "ITEM_DELIVERY", "Item Delivered(Addressee)", 1), Token);
            var result = await Task.Run(() => GiveAsync(world, shipment, Phone), Token);
            await scan;
            await world.TellAsync();
            Assert.Equal(ShipmentStatus.Delivered, (await world.ReadAsync(shipment.Id)).Status);
            var all = await world.InstructionsAsync(shipment.Id);
            if (result is InstructionResult.Given) Assert.Equal(InstructionOutcome.Delivered, Assert.Single(all).Outcome);
            else Assert.Equal((InstructionRefusal.Delivered, 0), (Assert.IsType<InstructionResult.Refused>(result).Reason, all.Count));
        }
    }

    [Theory, EachDatabase]
    public async Task NextScan_AnswersTheInstruction_OneFromBeforeDoesNot(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var (failsAgain, delivered, returned) = (await world.FailedAsync(), await world.FailedAsync(), await world.FailedAsync());
        foreach (var shipment in new[] { failsAgain, delivered, returned }) await GiveAsync(world, shipment, Again);
        await world.TellAsync();
        Assert.True((await world.InstructionsAsync(failsAgain.Id))[0].IsOpen);
        await world.ScanAsync(failsAgain.Article, "ITEM_NONDELIVER", "Item Not Delivered", -30, NonDeliveryReason.DoorLocked);
        await world.TellAsync();
        Assert.True((await world.InstructionsAsync(failsAgain.Id))[0].IsOpen);
        await world.ScanAsync(failsAgain.Article, "ITEM_NONDELIVER", "Item Not Delivered", 30, NonDeliveryReason.DoorLocked);
        await world.ScanAsync(delivered.Article, "ITEM_INVOICE", "Taken out for delivery", 20);
        await world.ScanAsync(delivered.Article, "ITEM_DELIVERY", "Item Delivered(Addressee)", 30);
        await world.ScanAsync(returned.Article, "ITEM_RETURN", "Item Returned to Sender", 30);
        await world.TellAsync();
        Assert.Equal(InstructionOutcome.FailedAgain, (await world.InstructionsAsync(failsAgain.Id))[0].Outcome);
        Assert.Equal(InstructionOutcome.Delivered, (await world.InstructionsAsync(delivered.Id))[0].Outcome);
        Assert.Equal(InstructionOutcome.Returned, (await world.InstructionsAsync(returned.Id))[0].Outcome);
        Assert.IsType<InstructionResult.Given>(await GiveAsync(world, failsAgain, Again with { DeliverOn = FailuresWorld.Today.AddDays(3) }));
    }

    private static Task<InstructionResult> GiveAsync(FailuresWorld world, Shipment shipment, InstructionInput input) =>
        world.Give.ExecuteAsync(world.Actor, shipment.Id, input, Token);
}
