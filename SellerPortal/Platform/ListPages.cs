using System.Linq.Expressions;

namespace SellerPortal.Platform;

/// <summary>Cuts lists into pages; see <see cref="ListPlace"/>.</summary>
public static class ListPages
{
    /// <summary>The entries after a place in the order of the list.</summary>
    /// <param name="list">The entries.</param>
    /// <param name="place">Where the page begins; null for the first.</param>
    /// <param name="at">The instant of an entry.</param>
    /// <param name="id">The id of an entry; its type has the operator that compares two.</param>
    /// <param name="toId">Makes an id of a place's.</param>
    public static IQueryable<T> From<T, TId>(
        this IQueryable<T> list, ListPlace? place, Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, TId>> id, Func<Guid, TId> toId) =>
        list.After(place, at, id, toId).OrderByDescending(at).ThenByDescending(id);

    /// <summary>The same in no order.</summary>
    /// <inheritdoc cref="From"/>
    public static IQueryable<T> After<T, TId>(
        this IQueryable<T> list, ListPlace? place, Expression<Func<T, DateTimeOffset>> at, Expression<Func<T, TId>> id, Func<Guid, TId> toId)
    {
        if (place is not { } begin) return list;

        // Variables of a lambda become parameters, so that every page has the same SQL.
        var last = toId(begin.Id);
        Expression<Func<DateTimeOffset>> lastAt = () => begin.At;
        Expression<Func<TId>> lastId = () => last;
        var entry = at.Parameters[0];
        var entryId = new Rename(id.Parameters[0], entry).Visit(id.Body);

        // The first comparison alone is what an index can go by; among entries of one instant the second one looks on.
        return list.Where(Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(
                Expression.LessThanOrEqual(at.Body, lastAt.Body),
                Expression.OrElse(Expression.LessThan(at.Body, lastAt.Body), Expression.LessThan(entryId, lastId.Body))),
            entry));
    }

    /// <summary>A page of <paramref name="count"/> entries, of which one more was read, and where the next one begins; null on the last page.</summary>
    public static (IReadOnlyList<T> Shown, ListPlace? Next) Cut<T>(this List<T> read, int count, Func<T, ListPlace> placeOf) =>
        read.Count <= count ? (read, null) : (read.GetRange(0, count), placeOf(read[count - 1]));

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
