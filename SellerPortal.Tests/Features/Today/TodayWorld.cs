using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Today;

/// <summary>A seller whose shipments fared in all the ways there are. It is Tuesday 24 November 2026, 11:30 in India.</summary>
internal sealed class TodayWorld(TestDatabase databases, Seller seller, Actor actor)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    public Actor Actor { get; } = actor;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TodayWorld> WithSellerAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        return new TodayWorld(databases, seller, actor);
    }

    /// <summary>An instant on the clock in India.</summary>
    public static DateTimeOffset Ist(int month, int day, int hour = 12, int minute = 0) => new(2026, month, day, hour, minute, 0, new TimeSpan(5, 30, 0));

    /// <summary>Books an article; it costs 270 rupees and is expected on 28 November at the latest, unless said otherwise.</summary>
    public async Task<Shipment> BookAsync(DateTimeOffset at, ShipmentStatus status = ShipmentStatus.Booked, DateTimeOffset? statusAt = null, DateOnly? expectedTo = null, int prints = 0)
    {
        await using var database = databases.CreateDbContext();
        var shipment = await TestShipments.BookAsync(database, seller.Id, bookedAt: at);
        var since = statusAt ?? at;
        DateTimeOffset? scanned = status == ShipmentStatus.Booked ? null : since;
        await database.Shipments.Where(one => one.Id == shipment.Id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Status, status).SetProperty(s => s.StatusAt, since).SetProperty(s => s.LastScanAt, scanned)
                .SetProperty(s => s.ExpectedTo, s => expectedTo ?? s.ExpectedTo).SetProperty(s => s.LabelPrints, prints),
            Token);
        return shipment;
    }

    /// <summary>Writes a failed delivery.</summary>
    public async Task FailAsync(Shipment shipment, DateTimeOffset at, NonDeliveryReason? reason)
    {
        await using var database = databases.CreateDbContext();
        database.TrackingEvents.Add(new TrackingEvent { Article = shipment.Article, OccurredAt = at, Code = EventCodes.NonDelivery, Office = "Raipur HO", Reason = reason, RecordedAt = at });
        await database.SaveChangesAsync(Token);
    }
}
