using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.AddressBook;

/// <summary>Reads a page of a seller's address book, by nickname.</summary>
public sealed class ReadAddressBook(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>The consignees on one page.</summary>
    public const int PerPage = 25;

    /// <returns>An empty page for an account without a seller; the last page when the one asked for is behind it.</returns>
    public async Task<AddressBookPageOf> ExecuteAsync(Actor actor, AddressBookFilter filter, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return new AddressBookPageOf([], 0, 1);
        await using var database = await factory.CreateDbContextAsync(token);
        var found = ConsigneeStore.Find(database, seller, filter.Text);
        var count = await found.CountAsync(token);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + PerPage - 1) / PerPage));
        var rows = await found
            .OrderBy(consignee => consignee.NicknameKey)
            .Skip((page - 1) * PerPage)
            .Take(PerPage)
            .Select(consignee => new ConsigneeRow(consignee.Id, consignee.Nickname, consignee.Address, consignee.Email, consignee.Version))
            .ToListAsync(token);
        return new AddressBookPageOf(rows, count, page);
    }
}

/// <summary>What is asked of the address book.</summary>
/// <param name="Text">Words to search for; empty for all.</param>
/// <param name="Page">From 1.</param>
public sealed record AddressBookFilter(string Text, int Page);

/// <summary>One page.</summary>
/// <param name="Rows">By nickname.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Page">From 1.</param>
public sealed record AddressBookPageOf(IReadOnlyList<ConsigneeRow> Rows, int Count, int Page)
{
    public int Pages => Math.Max(1, (Count + ReadAddressBook.PerPage - 1) / ReadAddressBook.PerPage);
}

/// <summary>A consignee of the address book.</summary>
public sealed record ConsigneeRow(Guid Id, string Nickname, PostalAddress Address, string? Email, Guid Version);
