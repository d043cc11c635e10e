using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks;
using SellerPortal.Features.Webhooks.Deliveries;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Features.Webhooks.Sending;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

/// <summary>A seller with endpoints, whose messages are written and sent when asked for.</summary>
internal sealed class WebhookWorld : IAsyncDisposable
{
    private readonly List<IDisposable> used = [];

    private WebhookWorld(TestDatabase databases, Seller seller, Actor actor, WebhookOptions options)
    {
        (Databases, Seller, Actor, Settings) = (databases, seller, actor, Options.Create(options));
        Secrets = new WebhookSecrets(new EphemeralDataProtectionProvider());
        Sender = new WebhookSender(Settings, Secrets, Names, Time);
        Paces = new WebhookPaces(Settings, Time);
        Dispatcher = NewDispatcher(Paces);
        used.Add(Sender);
        used.Add(Names);
        Check = new WebhookWishCheck(Settings);
        Create = new CreateWebhook(databases, Check, Secrets, Time);
        Change = new ChangeWebhook(databases, Check, Secrets, Signal, Time);
        Read = new ReadWebhooks(databases);
        List = new ListDeliveries(databases, Read);
        Replay = new ReplayDeliveries(databases, Paces, Signal, Time);
        Test = new TestWebhook(databases, Sender, Paces, Time);
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static WebhookOptions Open { get; } = new() { AllowPrivateAddresses = true, AllowHttp = true, QuickSeconds = 30 };

    public TestDatabase Databases { get; }

    public Seller Seller { get; }

    /// <summary>An owner of the seller.</summary>
    public Actor Actor { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    public IOptions<WebhookOptions> Settings { get; }

    public WorkSignal Signal { get; } = new();

    public MessageNews News { get; } = new();

    public WebhookSecrets Secrets { get; }

    public NameResolver Names { get; } = new();

    public WebhookSender Sender { get; }

    public WebhookPaces Paces { get; }

    public WebhookDispatcher Dispatcher { get; }

    public WebhookWishCheck Check { get; }

    public CreateWebhook Create { get; }

    public ChangeWebhook Change { get; }

    public ReadWebhooks Read { get; }

    public ListDeliveries List { get; }

    public ReplayDeliveries Replay { get; }

    public TestWebhook Test { get; }

    public static async Task<WebhookWorld> CreateAsync(DatabaseKind kind, WebhookOptions? options = null, bool test = false)
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

        return new WebhookWorld(databases, seller, actor, options ?? Open);
    }

    /// <summary>One more node on the same database.</summary>
    public WebhookDispatcher NewDispatcher(WebhookPaces? paces = null)
    {
        var deliver = new DeliverWebhooks(Databases, Sender, new TellGone(TestTexts.Portal, TestTexts.Of<WebhooksTexts>()), Signal, News, Time, NullLogger<DeliverWebhooks>.Instance);
        var dispatcher = new WebhookDispatcher(Databases, deliver, paces ?? new WebhookPaces(Settings, Time), Signal, Settings, Time, NullLogger<WebhookDispatcher>.Instance);
        used.Add(dispatcher);
        return dispatcher;
    }

    /// <summary>Makes an endpoint.</summary>
    public async Task<WebhookResult.Done> AddAsync(string url, params string[] events) =>
        Assert.IsType<WebhookResult.Done>(await Create.ExecuteAsync(Actor, new WebhookWish(url, events.Length == 0 ? null : events), Token));

    /// <summary>Books parcels, and tells of it.</summary>
    public async Task<Shipment[]> BookAsync(int count = 1, SellerId? seller = null)
    {
        await using var database = Databases.CreateDbContext();
        var shipments = Enumerable.Range(0, count).Select(_ => TestShipments.New(seller ?? Seller.Id)).ToArray();
        database.Shipments.AddRange(shipments);
        database.ShipmentChanges.AddRange(shipments.Select(ShipmentChange.Booked));
        await database.SaveChangesAsync(Token);
        await TellAsync();
        return shipments;
    }

    /// <summary>A shipment gets a status, as scans would give it to it; nothing is told yet.</summary>
    public async Task BecomeAsync(Shipment shipment, ShipmentStatus before, ShipmentStatus status, NonDeliveryReason? reason = null)
    {
        await using var database = Databases.CreateDbContext();
        var found = (await database.Shipments.FindAsync([shipment.Id], Token))!;
        database.Entry(found).Property(one => one.Status).CurrentValue = status;
        database.Entry(found).Property(one => one.LastScanReason).CurrentValue = reason;
        database.ShipmentChanges.Add(ShipmentChange.Of(found, before, Time.GetUtcNow()));
        await database.SaveChangesAsync(Token);
    }

    /// <summary>Tells all news, as the portal does in the background.</summary>
    public async Task TellAsync()
    {
        await using var services = new ServiceCollection().AddSingleton<IShipmentChangeHandler>(new TellWebhooks(BulkWriters.Of(Databases.Kind), Time)).BuildServiceProvider();
        using var relay = new ShipmentChangeRelay(services.GetRequiredService<IServiceScopeFactory>(), Databases, Signal, NullLogger<ShipmentChangeRelay>.Instance);
        while (await relay.RelayAsync(Token) > 0)
        {
        }
    }

    /// <summary>Sends all that is due at this moment.</summary>
    public Task SendAsync() => Dispatcher.SendDueAsync(Token);

    /// <summary>The types of the messages that were written, in their order.</summary>
    public async Task<List<string>> TypesAsync()
    {
        await using var database = Databases.CreateDbContext();
        return await database.WebhookMessages
            .OrderBy(message => database.WebhookDeliveries.Where(delivery => delivery.MessageId == message.Id).Min(delivery => delivery.Id)).Select(message => message.Type).ToListAsync(Token);
    }

    /// <summary>All deliveries, in their order.</summary>
    public async Task<List<WebhookDelivery>> DeliveriesAsync()
    {
        await using var database = Databases.CreateDbContext();
        return await database.WebhookDeliveries.AsNoTracking().OrderBy(delivery => delivery.Id).ToListAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in used) one.Dispose();
        await Databases.DisposeAsync();
    }
}
