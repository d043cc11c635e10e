using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Deposits;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Deposits;

/// <summary>Sellers who post and keep deposits. It is Tuesday 24 November 2026, 11:30 in India.</summary>
internal sealed class DepositWorld(TestDatabase databases) : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    private static int _receipt;

    public TestDatabase Databases { get; } = databases;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public RecordMovement Record => new(Databases, Time);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DepositWorld> CreateAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    public static NewMovement Payment(long rupees, string? receipt = null) => new(DepositKind.Payment, Money.FromRupees(rupees), Today, receipt ?? NewReceipt(), Reason: null);

    public static string NewReceipt() => FormattableString.Invariant($"R-{Interlocked.Increment(ref _receipt)}");

    /// <summary>An instant on the clock in India.</summary>
    public static DateTimeOffset Ist(int month, int day, int hour = 12, int minute = 0) => new(2026, month, day, hour, minute, 0, new TimeSpan(5, 30, 0));

    public async Task<(Seller Seller, Actor Actor)> SellerAsync()
    {
        await using var database = Databases.CreateDbContext();
        return await TestSellers.ApprovedAsync(database);
    }

    /// <summary>Records as an admin.</summary>
    public Task<RecordResult> RecordAsync(Seller seller, NewMovement movement, Guid? key = null) =>
        Record.ExecuteAsync(TestSellers.Admin, key ?? Guid.CreateVersion7(), seller.CustomerId, movement, Token);

    /// <summary>Books an article for 270 rupees, or another price, and recalls it on the same day unless said otherwise.</summary>
    public async Task BookAsync(
        Seller seller, DateTimeOffset at, Money? price = null, Money? refund = null, Money? recallFee = null, DateTimeOffset? recalledAt = null, bool withinState = false)
    {
        await using var database = Databases.CreateDbContext();
        var shipment = await TestShipments.BookAsync(database, seller.Id, bookedAt: at);
        var total = price ?? shipment.Price.Total;
        await database.Shipments.Where(one => one.Id == shipment.Id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Price.Total, total).SetProperty(one => one.Refund, refund).SetProperty(one => one.RecallFee, recallFee)
                .SetProperty(one => one.RecallRequestedAt, recallFee is null ? null : recalledAt ?? at)
                .SetProperty(one => one.Price.Igst, withinState ? Money.Zero : shipment.Price.Igst)
                .SetProperty(one => one.Status, refund is null ? ShipmentStatus.Booked : ShipmentStatus.Cancelled),
            Token);
    }

    public Task<OwnDeposit> ReadAsync(Actor actor) => new ReadOwnDeposit(Databases, RealTariffs.InForce, Time).ExecuteAsync(actor, Token);

    public async Task<Deposit> DepositAsync(Actor actor) => (await ReadAsync(actor)).Deposit!;

    public ValueTask DisposeAsync() => Databases.DisposeAsync();
}
