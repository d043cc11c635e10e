using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data.Tracking;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Cancellations;
using SellerPortal.Features.Pickups;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>A seller in Jabalpur with booked parcels, on Monday 23 November 2026 at 11:30 in India; Tuesday is a holiday.</summary>
internal sealed class PickupWorld : IAsyncDisposable
{
    public static readonly DateOnly Monday = new(2026, 11, 23);

    private readonly Snapshot<PincodeDirectory> directory = new();

    private PickupWorld(TestDatabase databases, Seller seller, Actor actor, PickupRules rules)
    {
        (Databases, Seller, Actor) = (databases, seller, actor);
        directory.Publish(RealDirectory.Value);
        var holidays = new PostalHolidays { Days = [new PostalHoliday { Day = Monday.AddDays(1), Name = "Guru Nanak's birthday", NameHi = "गुरु नानक जयंती" }] };
        Desk = new PickupDesk(directory, Options.Create(holidays), Options.Create(rules), Time);
        Request = new RequestPickup(databases, Desk, Time);
        Reschedule = new ReschedulePickup(databases, Desk, Time);
        Cancel = new CancelPickup(databases, Time);
        CarryOut = new CarryOutPickup(databases, new TellPickupFailed(TestTexts.Portal, TestTexts.Of<PickupsTexts>(), new WorkSignal(), News), Time);
        NameAgent = new NameAgent(databases, Time);
        Open = new OpenPickupDesk(databases, Desk, Time);
        List = new ListPickups(databases, Time);
        Read = new ReadPickup(databases, Desk);
        Repeats = new ManageRepeats(databases, Time);
        MakeRepeats = new MakeRepeatPickups(databases, Request, Desk, Time, NullLogger<MakeRepeatPickups>.Instance);
        Settle = new SettleRepeats(databases, Desk, new TellPickupNotMade(TestTexts.Portal, Desk, TestTexts.Of<PickupsTexts>(), new WorkSignal(), News), Time, NullLogger<SettleRepeats>.Instance);
    }

    public TestDatabase Databases { get; }

    public Seller Seller { get; }

    public Actor Actor { get; }

    public static Actor Staff { get; } = new() { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { Roles.PostalStaff } };

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

    public MessageNews News { get; } = new();

    public PickupDesk Desk { get; }

    public RequestPickup Request { get; }

    public ReschedulePickup Reschedule { get; }

    public CancelPickup Cancel { get; }

    public CarryOutPickup CarryOut { get; }

    public NameAgent NameAgent { get; }

    public OpenPickupDesk Open { get; }

    public ListPickups List { get; }

    public ReadPickup Read { get; }

    public ManageRepeats Repeats { get; }

    public MakeRepeatPickups MakeRepeats { get; }

    public SettleRepeats Settle { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Monday 14:00 to 17:00, which can be asked for until 13:00.</summary>
    public static PickupTime Afternoon { get; } = new(Monday, PickupSlot.Afternoon);

    public static async Task<PickupWorld> CreateAsync(DatabaseKind kind, PickupRules? rules = null)
    {
        var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        return new PickupWorld(databases, seller, actor, rules ?? new PickupRules());
    }

    public async Task<Shipment[]> BookAsync(int count, SellerId? seller = null)
    {
        await using var database = Databases.CreateDbContext();
        var shipments = Enumerable.Range(0, count).Select(i => TestShipments.New(seller ?? Seller.Id, bookedAt: TestShipments.BookedAt.AddSeconds(i))).ToArray();
        database.Shipments.AddRange(shipments);
        await database.SaveChangesAsync(Token);
        return shipments;
    }

    /// <summary>Another place of the seller, in Raipur.</summary>
    public static PostalAddress Godown { get; } = TestSellers.Address("492001") with { Line1 = "Shed 4, Siltara", City = "Raipur", State = "Chhattisgarh" };

    public async Task<Guid> AddLocationAsync(string name, SellerId? seller = null)
    {
        await using var database = Databases.CreateDbContext();
        var location = PickupLocation.Of(Guid.CreateVersion7(), seller ?? Seller.Id, name, Godown);
        database.PickupLocations.Add(location);
        await database.SaveChangesAsync(Token);
        return location.Id;
    }

    /// <summary>Puts somebody on the roster of the office that fetches from a pincode.</summary>
    public async Task<PickupAgent> AddAgentAsync(string name, string mobile, string pincode = "482001")
    {
        await using var database = Databases.CreateDbContext();
        var agent = TestAgents.New(name, mobile, pincode);
        database.PickupAgents.Add(agent);
        await database.SaveChangesAsync(Token);
        return agent;
    }

    public async Task LetGoAsync(PickupAgent agent)
    {
        await using var database = Databases.CreateDbContext();
        (await database.PickupAgents.SingleAsync(one => one.Id == agent.Id, Token)).LetGo(Time.GetUtcNow());
        await database.SaveChangesAsync(Token);
    }

    /// <summary>Makes shipments as though they had been booked from an address.</summary>
    public async Task SentFromAsync(IEnumerable<Shipment> shipments, PostalAddress address)
    {
        await using var database = Databases.CreateDbContext();
        var ids = shipments.Select(shipment => shipment.Id).ToList();
        await database.Shipments.Where(shipment => ids.Contains(shipment.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(shipment => shipment.Consignor.Line1, address.Line1).SetProperty(shipment => shipment.Consignor.Pincode, address.Pincode), Token);
    }

    /// <summary>Asks for all parcels that wait.</summary>
    public Task<PickupResult> AskAsync(PickupTime? time = null, Guid? key = null) =>
        Request.ExecuteAsync(Actor, new PickupWish(key ?? Guid.CreateVersion7(), time ?? Afternoon, null), Token);

    /// <summary>A pickup of some parcels that are booked for it.</summary>
    public async Task<PickupId> RequestedAsync(int parcels = 2, PickupTime? time = null)
    {
        var booked = await BookAsync(parcels);
        var wish = new PickupWish(Guid.CreateVersion7(), time ?? Afternoon, [.. booked.Select(shipment => shipment.Id)]);
        return Assert.IsType<PickupResult.Done>(await Request.ExecuteAsync(Actor, wish, Token)).Id;
    }

    /// <summary>A pickup that the agent came back from without its parcels.</summary>
    public async Task<PickupId> FailedAsync(int parcels = 2, string? note = null)
    {
        var id = await RequestedAsync(parcels);
        await CarryOut.ConfirmAsync(Staff, id, Token);
        Assert.IsType<PickupResult.Done>(await CarryOut.FailAsync(Staff, id, PickupFailure.NobodyThere, note, Token));
        return id;
    }

    /// <summary>A pickup whose parcels an agent has.</summary>
    public async Task<PickupId> PickedUpAsync(int parcels = 2)
    {
        var id = await RequestedAsync(parcels);
        await FetchAsync(id);
        return id;
    }

    /// <summary>The office carries a pickup out.</summary>
    public async Task FetchAsync(PickupId id)
    {
        await CarryOut.ConfirmAsync(Staff, id, Token);
        await CarryOut.StartAsync(Staff, id, Token);
        Assert.IsType<PickupResult.Done>(await CarryOut.CompleteAsync(Staff, id, Token));
    }

    public async Task<List<ShipmentId>> ParcelsOfAsync(PickupId id)
    {
        await using var database = Databases.CreateDbContext();
        return await database.Shipments.Where(shipment => shipment.PickupId == id).OrderBy(shipment => shipment.BookedAt).Select(shipment => shipment.Id).ToListAsync(Token);
    }

    /// <summary>Cancels shipments as a seller does, and tells of it as the relay does.</summary>
    public async Task CancelAsync(params IEnumerable<ShipmentId> ids)
    {
        await new CancelShipments(Databases, Options.Create(new CancellationOptions()), new WorkSignal(), new ShipmentChanges(), Time, NullLogger<CancelShipments>.Instance).ExecuteAsync(Actor, [.. ids], Token);
        await RelayAsync();
    }

    /// <summary>The post scans parcels for the first time, and the relay tells of it.</summary>
    public async Task ScanAsync(IEnumerable<ShipmentId> ids, string code = "ITEM_BOOK")
    {
        await using (var database = Databases.CreateDbContext())
        {
            var articles = await database.Shipments.Where(shipment => ids.Contains(shipment.Id)).Select(shipment => shipment.Article).ToListAsync(Token);
            var now = Time.GetUtcNow();
            await EventStore.SaveAsync(database, articles.ConvertAll(article => new TrackingEvent { Article = article, Code = code, OccurredAt = now, Office = "Jabalpur HO", RecordedAt = now }), Token);
        }

        await RelayAsync();
    }

    /// <summary>The labels of parcels are printed.</summary>
    public async Task PrintAsync(IEnumerable<ShipmentId> ids)
    {
        await using var database = Databases.CreateDbContext();
        await database.Shipments.Where(shipment => ids.Contains(shipment.Id)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.LabelPrints, 1), Token);
    }

    /// <summary>Looks for repeating pickups that are due, as the schedule does.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> LookAsync()
    {
        var made = await MakeRepeats.ExecuteAsync(Token);
        await Settle.ExecuteAsync(Token);
        return made;
    }

    /// <summary>Tells the news of shipments, as the relay does.</summary>
    public async Task RelayAsync()
    {
        await using var database = Databases.CreateDbContext();
        await using var transaction = await database.Database.BeginTransactionAsync(Token);
        var changes = await database.ShipmentChanges.ToListAsync(Token);
        await new ParcelsLeavePickup(Time).HandleAsync(database, changes, Token);
        database.ShipmentChanges.RemoveRange(changes);
        await database.SaveChangesAsync(Token);
        await transaction.CommitAsync(Token);
    }

    public async Task<PickupRequest> PickupAsync(PickupId id)
    {
        await using var database = Databases.CreateDbContext();
        return await database.Pickups.Include(pickup => pickup.Steps.OrderBy(step => step.Sequence)).SingleAsync(pickup => pickup.Id == id, Token);
    }

    /// <summary>Places taken in a slot.</summary>
    public async Task<int> TakenAsync(PickupTime time)
    {
        await using var database = Databases.CreateDbContext();
        return await database.PickupPlaces.Where(places => places.Day == time.Day && places.Slot == time.Slot).SumAsync(places => places.Taken, Token);
    }

    public async Task<int> CountOnAsync(PickupId? id)
    {
        await using var database = Databases.CreateDbContext();
        return await database.Shipments.CountAsync(shipment => shipment.PickupId == id, Token);
    }

    public ValueTask DisposeAsync() => Databases.DisposeAsync();
}
