using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data.Outbox;

public sealed class ShipmentChangeRelayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Relay_HandlerFails_LosesNothingAndTellsAgain(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var shipments = await WithNewsAsync(databases, 3);
        var noted = new Noting { FailsOnce = true };
        await using var services = Services(noted);
        using var relay = Relay(databases, services);
        await Assert.ThrowsAsync<InvalidOperationException>(() => relay.RelayAsync(Token));
        Assert.Equal(3, await relay.RelayAsync(Token));
        Assert.Equal(0, await relay.RelayAsync(Token));
        await using var database = databases.CreateDbContext();
        Assert.Equal(shipments.Order(), (await database.WorkItems.Select(item => item.Payload).ToListAsync(Token)).Order());
        Assert.False(await database.ShipmentChanges.AnyAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Relay_SeveralNodesAtOnce_EachChangeIsToldOnce(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var shipments = await WithNewsAsync(databases, 30);
        await using var services = Services(new Noting());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var relay = Relay(databases, services);
            for (var attempt = 0; attempt < 20; attempt++) await relay.RelayAsync(Token);
        })));
        await using var database = databases.CreateDbContext();
        Assert.Equal(shipments.Order(), (await database.WorkItems.Select(item => item.Payload).ToListAsync(Token)).Order());
    }

    private static ServiceProvider Services(IShipmentChangeHandler handler) => new ServiceCollection().AddSingleton(handler).BuildServiceProvider();

    private static ShipmentChangeRelay Relay(TestDatabase databases, ServiceProvider services) =>
        new(services.GetRequiredService<IServiceScopeFactory>(), databases, new WorkSignal(), NullLogger<ShipmentChangeRelay>.Instance);

    private static async Task<List<string>> WithNewsAsync(TestDatabase databases, int count)
    {
        await using var database = databases.CreateDbContext();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var shipments = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var shipment = await TestShipments.BookAsync(database, seller.Id);
            database.ShipmentChanges.Add(ShipmentChange.Booked(shipment));
            shipments.Add(shipment.Id.ToString());
        }

        await database.SaveChangesAsync(Token);
        return shipments;
    }

    private sealed class Noting : IShipmentChangeHandler
    {
        public bool FailsOnce { get; set; }

        public async Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
        {
            foreach (var change in changes) database.Enqueue("note", change.ShipmentId.ToString(), change.RecordedAt);
            await database.SaveChangesAsync(token);
            if (!FailsOnce) return;
            FailsOnce = false;
            throw new InvalidOperationException("Not now.");
        }
    }
}
