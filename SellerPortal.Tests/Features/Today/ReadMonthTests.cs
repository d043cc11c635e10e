using Microsoft.Extensions.Time.Testing;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Today;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Today;

public sealed class ReadMonthTests
{
    private readonly FakeTimeProvider clock = new(TodayWorld.Now);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Read_BookingsAroundMidnight_FallOnTheDayInIndia(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var world = await TodayWorld.WithSellerAsync(databases);
        await world.BookAsync(TodayWorld.Ist(11, 23, 23, 59));
        await world.BookAsync(TodayWorld.Ist(11, 24, 0, 0));
        await world.BookAsync(TodayWorld.Ist(11, 24, 0, 1));
        await world.BookAsync(TodayWorld.Ist(10, 26, 0, 0));
        await world.BookAsync(TodayWorld.Ist(10, 25, 23, 59));
        var month = await ReadAsync(databases, world);
        Assert.Equal(30, month.Days.Count);
        Assert.Equal((new DateOnly(2026, 10, 26), 1), (month.Days[0].Day, month.Days[0].Booked));
        Assert.Equal((new DateOnly(2026, 11, 23), 1), (month.Days[28].Day, month.Days[28].Booked));
        Assert.Equal((new DateOnly(2026, 11, 24), 2), (month.Days[29].Day, month.Days[29].Booked));
        Assert.Equal(4, month.Booked);
    }

    [Theory, EachDatabase]
    public async Task Read_CancelledOnes_CountInNoFigure(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var world = await TodayWorld.WithSellerAsync(databases);
        await world.BookAsync(TodayWorld.Ist(11, 20));
        await world.BookAsync(TodayWorld.Ist(11, 20));
        await world.BookAsync(TodayWorld.Ist(11, 20), ShipmentStatus.Cancelled, expectedTo: new DateOnly(2026, 11, 21));
        var month = await ReadAsync(databases, world);
        Assert.Equal((2, Money.FromRupees(540), 0, (int?)null), (month.Booked, month.Spent, month.Judged, month.OnTimePercent));
        Assert.Equal(Money.FromRupees(540), month.Days.Single(day => day.Day == new DateOnly(2026, 11, 20)).Spent);
    }

    [Theory, EachDatabase]
    public async Task Read_Deliveries_AreOnTimeUntilTheEndOfTheLastDayInIndia(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var world = await TodayWorld.WithSellerAsync(databases);
        var due = new DateOnly(2026, 11, 20);
        await world.BookAsync(TodayWorld.Ist(11, 16), ShipmentStatus.Delivered, TodayWorld.Ist(11, 20, 23, 59), due);
        await world.BookAsync(TodayWorld.Ist(11, 16), ShipmentStatus.Delivered, TodayWorld.Ist(11, 19), due);
        await world.BookAsync(TodayWorld.Ist(11, 16), ShipmentStatus.Delivered, TodayWorld.Ist(11, 21, 0, 1), due);
        await world.BookAsync(TodayWorld.Ist(11, 16), ShipmentStatus.InTransit, expectedTo: due);
        await world.BookAsync(TodayWorld.Ist(11, 16), ShipmentStatus.Returned, TodayWorld.Ist(11, 19), due);
        await world.BookAsync(TodayWorld.Ist(11, 16), ShipmentStatus.InTransit, expectedTo: new DateOnly(2026, 11, 24));
        var month = await ReadAsync(databases, world);
        Assert.Equal((2, 5, (int?)40), (month.OnTime, month.Judged, month.OnTimePercent));
    }

    [Theory, EachDatabase]
    public async Task Read_Failures_AreThoseOfTheSellerAndTheDaysByReason(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var world = await TodayWorld.WithSellerAsync(databases);
        var other = await TodayWorld.WithSellerAsync(databases);
        var shipment = await world.BookAsync(TodayWorld.Ist(10, 1));
        await world.FailAsync(shipment, TodayWorld.Ist(10, 25), NonDeliveryReason.Refused);
        await world.FailAsync(shipment, TodayWorld.Ist(11, 2), NonDeliveryReason.DoorLocked);
        await world.FailAsync(shipment, TodayWorld.Ist(11, 3), NonDeliveryReason.DoorLocked);
        await world.FailAsync(shipment, TodayWorld.Ist(11, 4), reason: null);
        await world.FailAsync(shipment, TodayWorld.Ist(11, 5), (NonDeliveryReason)99);
        await world.FailAsync(shipment, TodayWorld.Ist(11, 6), NonDeliveryReason.AddresseeAbsent);
        await world.FailAsync(shipment, TodayWorld.Ist(11, 7), NonDeliveryReason.Recalled);
        await other.FailAsync(await other.BookAsync(TodayWorld.Ist(11, 1)), TodayWorld.Ist(11, 2), NonDeliveryReason.Deceased);
        var month = await ReadAsync(databases, world);
        Assert.Equal(
            [new(NonDeliveryReason.DoorLocked, 2), new(NonDeliveryReason.Others, 2), new(NonDeliveryReason.AddresseeAbsent, 1)], month.Failures);
    }

    [Fact]
    public async Task Read_ForStaff_IsNothing()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        Assert.Null(await new ReadMonth(databases, clock).ExecuteAsync(TestSellers.Admin, Token));
    }

    private async Task<Month> ReadAsync(TestDatabase databases, TodayWorld world) =>
        (await new ReadMonth(databases, clock).ExecuteAsync(world.Actor, Token))!;
}
