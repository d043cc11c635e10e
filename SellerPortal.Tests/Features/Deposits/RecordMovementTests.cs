using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Deposits;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Deposits;

public sealed class RecordMovementTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Record_PaymentRefundAndCorrection_AddUp(DatabaseKind kind)
    {
        await using var world = await DepositWorld.CreateAsync(kind);
        var (seller, actor) = await world.SellerAsync();
        var paid = await world.RecordAsync(seller, DepositWorld.Payment(5_000, "r 1"));
        Assert.Empty(paid.Faults);
        Assert.Equal(("Acme Traders", Money.FromRupees(5_000)), (paid.Seller, paid.Amount));
        await world.RecordAsync(seller, DepositWorld.Payment(1_000) with { Kind = DepositKind.Refund, Day = DepositWorld.Today.AddDays(-1) });
        await world.RecordAsync(seller, DepositWorld.Payment(0) with { Kind = DepositKind.Correction, Amount = new Money(-25_050), Reason = " Typed twice " });
        var own = await world.ReadAsync(actor);
        Assert.Equal(new Money(374_950), own.Deposit!.Balance);
        Assert.Equal([DepositKind.Correction, DepositKind.Payment, DepositKind.Refund], own.Movements.Select(movement => movement.Kind));
        Assert.Equal(("Typed twice", "R1", TestSellers.Admin.UserId), (own.Movements[0].Reason, own.Movements[1].Receipt, own.Movements[1].RecordedBy));
    }

    [Theory, EachDatabase]
    public async Task Record_SameReceiptByTwoAtOnce_IsRecordedOnce(DatabaseKind kind)
    {
        await using var world = await DepositWorld.CreateAsync(kind);
        var (seller, actor) = await world.SellerAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => world.RecordAsync(seller, DepositWorld.Payment(500, i % 2 == 0 ? "AB 77" : "ab77")))));
        Assert.Single(results, result => result.Faults.Count == 0);
        Assert.Equal(5, results.Count(result => result.Faults is [DepositFault.ReceiptTaken]));
        Assert.Equal(Money.FromRupees(500), (await world.DepositAsync(actor)).Balance);
    }

    [Theory, EachDatabase]
    public async Task Record_SameFormTwiceAtOnce_IsRecordedOnceAndBothAreTold(DatabaseKind kind)
    {
        await using var world = await DepositWorld.CreateAsync(kind);
        var (seller, actor) = await world.SellerAsync();
        var key = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.RecordAsync(seller, DepositWorld.Payment(500, "AB77"), key))));
        Assert.All(results, result => Assert.Empty(result.Faults));
        Assert.Single((await world.ReadAsync(actor)).Movements);
        Assert.Equal([DepositFault.ReceiptTaken], (await world.RecordAsync(seller, DepositWorld.Payment(600, "AB77"), key)).Faults);
    }

    [Theory, EachDatabase]
    public async Task Record_SameReceiptOfAnotherSeller_IsAnotherMovement(DatabaseKind kind)
    {
        await using var world = await DepositWorld.CreateAsync(kind);
        var (seller, _) = await world.SellerAsync();
        var (other, otherActor) = await world.SellerAsync();
        await world.RecordAsync(seller, DepositWorld.Payment(500, "AB77"));
        Assert.Null((await world.ReadAsync(otherActor)).Deposit);
        Assert.Empty((await world.RecordAsync(other, DepositWorld.Payment(700, "AB77"))).Faults);
        Assert.Equal(Money.FromRupees(700), (await world.DepositAsync(otherActor)).Balance);
    }

    [Fact]
    public async Task Record_ByWhoIsNoAdmin_IsRefused()
    {
        await using var world = await DepositWorld.CreateAsync(DatabaseKind.Sqlite);
        var (seller, owner) = await world.SellerAsync();
        Actor[] others = [owner, owner with { Team = TeamRole.ViewOnly }, new() { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { Roles.PostalStaff, Roles.CscOperator } }];
        foreach (var actor in others)
        {
            Assert.Equal([DepositFault.NotAllowed], (await world.Record.ExecuteAsync(actor, Guid.CreateVersion7(), seller.CustomerId, DepositWorld.Payment(1), Token)).Faults);
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => new ReadDeposits(world.Databases, RealTariffs.InForce, world.Time).ExecuteAsync(actor, Token));
        }

        Assert.Empty((await world.ReadAsync(owner)).Movements);
        Assert.Empty((await world.ReadAsync(TestSellers.Admin)).Movements);
    }

    [Fact]
    public async Task Record_UnknownTestOrFaulty_IsRefusedWithTheReason()
    {
        await using var world = await DepositWorld.CreateAsync(DatabaseKind.Sqlite);
        var (seller, _) = await world.SellerAsync();
        var test = await TestModeSellerAsync(world);
        foreach (var customer in new[] { "0000000000", "", null, test.CustomerId })
        {
            Assert.Equal([DepositFault.UnknownSeller], (await world.Record.ExecuteAsync(TestSellers.Admin, Guid.CreateVersion7(), customer, DepositWorld.Payment(1), Token)).Faults);
        }

        Assert.Equal([DepositFault.DayWrong], (await world.RecordAsync(seller, DepositWorld.Payment(1) with { Day = DepositWorld.Today.AddDays(1) })).Faults);
        Assert.Throws<DomainRuleException>(() => DepositMovement.Record(Guid.CreateVersion7(), test.Id, DepositWorld.Payment(1), Guid.CreateVersion7(), world.Time.GetUtcNow()));
    }

    private static async Task<Seller> TestModeSellerAsync(DepositWorld world)
    {
        await using var database = world.Databases.CreateDbContext();
        var now = world.Time.GetUtcNow();
        var seller = Seller.Register(SellerId.OfKey(Guid.CreateVersion7(now), test: true), TestSellers.Registration("Test Traders"), now);
        seller.Approve("9999999999", contractNumber: null, now);
        database.Sellers.Add(seller);
        await database.SaveChangesAsync(Token);
        return seller;
    }
}
