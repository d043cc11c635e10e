using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Tracking;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Notifications;
using SellerPortal.Features.Notifications.Choices;
using SellerPortal.Features.Notifications.Letters;
using SellerPortal.Features.Notifications.Messages;
using SellerPortal.Features.Pickups;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Notifications;

/// <summary>A seller with parcels whose news is told when asked for.</summary>
internal sealed class NewsWorld : IAsyncDisposable
{
    private NewsWorld(TestDatabase databases, Seller seller, Actor actor) => (Databases, Seller, Actor) = (databases, seller, actor);

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public TestDatabase Databases { get; }

    public Seller Seller { get; }

    /// <summary>An owner of the seller with an account of its own.</summary>
    public Actor Actor { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public MessageNews News { get; } = new();

    public ReadMessages Read => new(Databases);

    public MarkMessages Mark => new(Databases, News);

    public ChooseNotifications Choose => new(Databases);

    /// <param name="kind">Which database.</param>
    /// <param name="test">True for a seller in its test mode.</param>
    public static async Task<NewsWorld> CreateAsync(DatabaseKind kind, bool test = false)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        if (test)
        {
            seller = seller.MakeTwin(TestShipments.BookedAt);
            actor = actor with { SellerId = seller.Id };
            database.Sellers.Add(seller);
            await database.SaveChangesAsync(Token);
        }

        var world = new NewsWorld(databases, seller, actor);
        await world.AddAccountAsync(seller.Id, actor.UserId, "owner@example.in");
        return world;
    }

    public async Task AddAccountAsync(SellerId seller, Guid id, string email)
    {
        await using var database = Databases.CreateDbContext();
        database.Users.Add(new PortalUser { Id = id, UserName = email, Email = email, DisplayName = email, SellerId = seller });
        await database.SaveChangesAsync(Token);
    }

    /// <summary>Books parcels, and makes the news of it unless told not to.</summary>
    public async Task<Shipment[]> BookAsync(int count, string? email = null, bool tell = true)
    {
        await using var database = Databases.CreateDbContext();
        var shipments = Enumerable.Range(0, count).Select(i => TestShipments.New(Seller.Id, bookedAt: TestShipments.BookedAt.AddSeconds(i))).ToArray();
        database.Shipments.AddRange(shipments);
        foreach (var shipment in shipments) database.Entry(shipment).Property(one => one.ConsigneeEmail).CurrentValue = email;
        if (tell) database.ShipmentChanges.AddRange(shipments.Select(ShipmentChange.Booked));
        await database.SaveChangesAsync(Token);
        return shipments;
    }

    /// <summary>The shipments get a status, as scans would give it to them.</summary>
    public async Task BecomeAsync(ShipmentStatus before, ShipmentStatus status, NonDeliveryReason? reason, params Shipment[] shipments)
    {
        await using var database = Databases.CreateDbContext();
        foreach (var shipment in shipments)
        {
            var found = (await database.Shipments.FindAsync([shipment.Id], Token))!;
            database.Entry(found).Property(one => one.Status).CurrentValue = status;
            database.Entry(found).Property(one => one.LastScanReason).CurrentValue = reason;
            database.ShipmentChanges.Add(ShipmentChange.Of(found, before, Time.GetUtcNow()));
        }

        await database.SaveChangesAsync(Token);
    }

    /// <summary>The post scans a parcel now.</summary>
    public async Task ScanAsync(Shipment shipment, string code)
    {
        await using var database = Databases.CreateDbContext();
        var scan = new TrackingEvent { Article = shipment.Article, OccurredAt = Time.GetUtcNow(), Code = code, Office = "Jabalpur HO", RecordedAt = Time.GetUtcNow() };
        await EventStore.SaveAsync(database, [scan], Token);
    }

    /// <summary>An agent fetches parcels now.</summary>
    public async Task PickUpAsync(params Shipment[] parcels)
    {
        await using var database = Databases.CreateDbContext();
        var now = Time.GetUtcNow();
        var office = RealDirectory.Value.BookingOfficeFor(TestSellers.Address().Pincode)!.Office;
        var wanted = new NewPickup { SellerId = Seller.Id, Key = Guid.CreateVersion7(), Address = TestSellers.Address(), Office = office, Time = new PickupTime(new DateOnly(2026, 11, 24), PickupSlot.Afternoon) };
        var pickup = PickupRequest.Request(wanted, Actor.UserId, now);
        pickup.Confirm(Actor.UserId, now);
        pickup.SendOut(Actor.UserId, now);
        database.Pickups.Add(pickup);
        await database.SaveChangesAsync(Token);
        var ids = parcels.Select(parcel => parcel.Id).ToList();
        await database.Shipments.Where(shipment => ids.Contains(shipment.Id)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.PickupId, pickup.Id), Token);
        var staff = new Actor { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { Roles.PostalStaff } };
        Assert.IsType<PickupResult.Done>(await new CarryOutPickup(Databases, new TellPickupFailed(TestTexts.Portal, TestTexts.Of<PickupsTexts>(), new WorkSignal(), News), Time).CompleteAsync(staff, pickup.Id, Token));
    }

    /// <summary>Writes messages and letters about news.</summary>
    public TellOfChanges Tell => new(new NewsLetters(TestTexts.Of<NotificationsTexts>(), TestTexts.Portal), News, Time);

    /// <summary>Tells all news, as the portal does in the background.</summary>
    public async Task TellAsync()
    {
        await using var services = new ServiceCollection().AddSingleton<IShipmentChangeHandler>(Tell).BuildServiceProvider();
        using var relay = new ShipmentChangeRelay(services.GetRequiredService<IServiceScopeFactory>(), Databases, new WorkSignal(), NullLogger<ShipmentChangeRelay>.Instance);
        while (await relay.RelayAsync(Token) > 0)
        {
        }
    }

    /// <summary>The letters that wait to be sent.</summary>
    public async Task<List<Letter>> LettersAsync()
    {
        await using var database = Databases.CreateDbContext();
        var items = await database.WorkItems.AsNoTracking().Where(item => item.Kind == LetterQueue.Kind).OrderBy(item => item.EnqueuedAt).ToListAsync(Token);
        return items.ConvertAll(LetterQueue.Read);
    }

    public async Task<IReadOnlyList<MessageRow>> MessagesAsync(Actor? actor = null) => (await Read.ExecuteAsync(actor ?? Actor, new MessageFilter(OnlyUnread: false, Before: null), Token)).Rows;

    public ValueTask DisposeAsync() => Databases.DisposeAsync();
}
