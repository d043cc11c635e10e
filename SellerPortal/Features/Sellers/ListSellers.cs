using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Sellers;

/// <summary>Lists sellers for an admin, page by page: those who wait the longest first, the others by their last decision.</summary>
public sealed class ListSellers(IDbContextFactory<PortalDbContext> factory)
{
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<SellerListPage> ExecuteAsync(Actor actor, SellerFilter filter, CancellationToken token)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin lists sellers.");
        await using var database = await factory.CreateDbContextAsync(token);
        var counts = await database.Sellers
            .Where(seller => !seller.IsTest)
            .GroupBy(seller => seller.Status)
            .Select(group => new { Status = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Status, group => group.Count, token);
        var sellers = database.Sellers.AsNoTracking().Where(seller => !seller.IsTest);
        if (filter.Status is { } status) sellers = sellers.Where(seller => seller.Status == status);
        if (filter.Text is { } text) sellers = Matching(sellers, text);
        var total = await sellers.CountAsync(token);
        var ordered = filter.Status == SellerStatus.Pending
            ? sellers.OrderBy(seller => seller.RegisteredAt).ThenBy(seller => seller.Id)
            : sellers.OrderByDescending(seller => seller.DecidedAt ?? seller.RegisteredAt).ThenBy(seller => seller.Id);
        var rows = await ordered
            .Skip((filter.Page - 1) * SellerFilter.PageSize)
            .Take(SellerFilter.PageSize)
            .Select(seller => new SellerRow
            {
                Id = seller.Id,
                LegalName = seller.LegalName,
                GemSellerId = seller.GemSellerId,
                City = seller.PickupAddress.City,
                Pincode = seller.PickupAddress.Pincode,
                Status = seller.Status,
                CustomerId = seller.CustomerId,
                ContractNumber = seller.ContractNumber,
                RegisteredAt = seller.RegisteredAt,
            })
            .ToListAsync(token);
        return new SellerListPage(rows, total, counts);
    }

    private static IQueryable<Seller> Matching(IQueryable<Seller> sellers, string text)
    {
        var word = text.ToLowerInvariant();
        var capitals = text.ToUpperInvariant();
        var mobile = MobileNumber.TryParse(text, out var number) ? number.Value : "-";
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database folds the case, not .NET.
        return sellers.Where(seller => seller.LegalName.ToLower().Contains(word)
            || seller.Email.ToLower().Contains(word)
            || seller.GemSellerId.Contains(capitals)
            || seller.Gstin == capitals
            || seller.Pan == capitals
            || seller.CustomerId == text
            || seller.ContractNumber == text
            || seller.Mobile == mobile);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}

/// <summary>Which sellers to list.</summary>
public sealed record SellerFilter(SellerStatus? Status, string? Text, int Page)
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 25;

    /// <summary>From what stands in the address of the page; what makes no sense is left out.</summary>
    public static SellerFilter Of(string? status, string? text, int? page) => new(
        Enum.TryParse<SellerStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) && !int.TryParse(status, null, out _) ? known : null,
        string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, 100)],
        Math.Clamp(page ?? 1, 1, 100_000));
}

/// <summary>One page of the list, how many there are on all pages, and how many in each status.</summary>
public sealed record SellerListPage(IReadOnlyList<SellerRow> Rows, int Total, IReadOnlyDictionary<SellerStatus, int> Counts);

/// <summary>One seller in the list.</summary>
public sealed record SellerRow
{
    public required SellerId Id { get; init; }

    public required string LegalName { get; init; }

    public required string GemSellerId { get; init; }

    public required string City { get; init; }

    public required Pincode Pincode { get; init; }

    public required SellerStatus Status { get; init; }

    public string? CustomerId { get; init; }

    public string? ContractNumber { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }
}
