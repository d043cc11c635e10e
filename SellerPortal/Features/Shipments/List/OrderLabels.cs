using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Labels;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Features.Shipments.List;

/// <summary>Orders the labels of every shipment of a list, in the order of the list.</summary>
public sealed class OrderLabels(IDbContextFactory<PortalDbContext> factory, WorkSignal signal, TimeProvider clock)
{
    public async Task<OrderLabelsResult> ExecuteAsync(Actor actor, ShipmentFilter filter, CancellationToken token)
    {
        if (!actor.MayWrite) return new OrderLabelsResult.None();
        await using var database = await factory.CreateDbContextAsync(token);
        var now = clock.GetUtcNow();
        var found = await new FindShipments(database, actor, filter with { Place = null }, now, whole: true).TakeAsync(LabelJob.MostLabels + 1, token);
        if (found.Count == 0) return new OrderLabelsResult.None();
        if (found.Count > LabelJob.MostLabels) return new OrderLabelsResult.TooMany();
        var file = await database.OrderLabelsAsync(actor, found.ConvertAll(one => one.Id), paper: null, now, token);
        signal.Pulse();
        return new OrderLabelsResult.Ordered(file);
    }
}

/// <summary>What came of ordering labels.</summary>
public abstract record OrderLabelsResult
{
    /// <summary>The file is being made.</summary>
    public sealed record Ordered(Guid File) : OrderLabelsResult;

    /// <summary>The list holds more than <see cref="LabelJob.MostLabels"/>.</summary>
    public sealed record TooMany : OrderLabelsResult;

    /// <summary>The list is empty, or the account may only look.</summary>
    public sealed record None : OrderLabelsResult;
}
