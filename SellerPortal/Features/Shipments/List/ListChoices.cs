using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Shipments.List;

/// <summary>What an account keeps about its list: the columns it chose, and views under names. Nobody else sees them.</summary>
public sealed class ListChoices(IDbContextFactory<PortalDbContext> factory, TimeProvider clock)
{
    /// <summary>The columns and the views, by name.</summary>
    public async Task<ListChoice> ReadAsync(Actor actor, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var columns = await database.ListColumns.Where(choice => choice.UserId == actor.UserId).Select(choice => choice.Columns).SingleOrDefaultAsync(token);
        var views = await database.SavedViews.AsNoTracking().Where(view => view.UserId == actor.UserId).OrderBy(view => view.Name).ToListAsync(token);
        return new ListChoice(
            ShipmentColumns.Parse(columns),
            [.. views.Select(view => new ListView(view.Id, view.Name, ShipmentFilter.Parse(view.Query), ShipmentColumns.Parse(view.Columns)))]);
    }

    /// <summary>Remembers which columns are shown.</summary>
    public async Task ChooseColumnsAsync(Actor actor, IReadOnlyCollection<ShipmentColumn> columns, CancellationToken token)
    {
        var names = ShipmentColumns.Write(columns);
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.ListColumns.FindAsync([actor.UserId], token) is { } choice) choice.Choose(names);
        else database.ListColumns.Add(ListColumns.Of(actor.UserId, names));
        await database.SaveChangesAsync(token);
    }

    /// <summary>Keeps the filter and the columns under a name; the same name replaces.</summary>
    public async Task<SaveViewFault> SaveAsync(Actor actor, string? name, ShipmentFilter filter, IReadOnlyCollection<ShipmentColumn> columns, CancellationToken token)
    {
        if (ShipmentFilter.Tidy(name) is not { } tidy) return SaveViewFault.NoName;
        if (tidy.Length > SavedView.LongestName) return SaveViewFault.NameTooLong;
        var query = (filter with { Place = null }).ToQuery();
        if (query.Length > SavedView.LongestQuery) return SaveViewFault.FilterTooLong;
        var names = ShipmentColumns.Write(columns);
        await using var database = await factory.CreateDbContextAsync(token);
        var mine = database.SavedViews.Where(view => view.UserId == actor.UserId);
        if (await mine.SingleOrDefaultAsync(view => view.Name == tidy, token) is { } present) present.Replace(query, names, clock.GetUtcNow());
        else if (await mine.CountAsync(token) >= SavedView.MostViews) return SaveViewFault.TooMany;
        else database.SavedViews.Add(SavedView.Of(actor.UserId, tidy, query, names, clock.GetUtcNow()));
        await database.SaveChangesAsync(token);
        return SaveViewFault.None;
    }

    /// <summary>Forgets a view; one that is not the actor's stays.</summary>
    public async Task RemoveAsync(Actor actor, Guid id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await database.SavedViews.Where(view => view.UserId == actor.UserId && view.Id == id).ExecuteDeleteAsync(token);
    }
}

/// <summary>What an account keeps about its list.</summary>
public sealed record ListChoice(IReadOnlyList<ShipmentColumn> Columns, IReadOnlyList<ListView> Views);

/// <summary>A view that was kept under a name.</summary>
public sealed record ListView(Guid Id, string Name, ShipmentFilter Filter, IReadOnlyList<ShipmentColumn> Columns);

/// <summary>Why a view was not kept.</summary>
public enum SaveViewFault
{
    /// <summary>It was kept.</summary>
    None,

    NoName,

    NameTooLong,

    /// <summary>The filter holds more text than is kept.</summary>
    FilterTooLong,

    /// <summary>The account has <see cref="SavedView.MostViews"/> already.</summary>
    TooMany,
}
