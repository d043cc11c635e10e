using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Booking;

/// <summary>The address book beside the booking form: finds a consignee, and keeps the one that was typed.</summary>
public sealed class BookingAddressBook(IDbContextFactory<PortalDbContext> factory, ConsigneeStore store, Snapshot<PincodeDirectory> directory, TimeProvider time)
{
    /// <summary>The most consignees that are offered.</summary>
    public const int MostFound = 8;

    /// <summary>Consignees of the seller that have every word of the text, by nickname.</summary>
    public async Task<IReadOnlyList<FoundConsignee>> FindAsync(Actor actor, string text, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || string.IsNullOrWhiteSpace(text)) return [];
        await using var database = await factory.CreateDbContextAsync(token);
        return await ConsigneeStore.Find(database, seller, text)
            .OrderBy(consignee => consignee.NicknameKey)
            .Take(MostFound)
            .Select(consignee => new FoundConsignee(consignee.Nickname, consignee.Address, consignee.Email))
            .ToListAsync(token);
    }

    /// <summary>One of the seller's own consignees, or null.</summary>
    public async Task<FoundConsignee?> ReadAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        var found = await database.SavedConsignees.AsNoTracking().SingleOrDefaultAsync(consignee => consignee.Id == id && consignee.SellerId == seller, token);
        return found is null ? null : new FoundConsignee(found.Nickname, found.Address, found.Email);
    }

    /// <summary>Keeps the typed consignee under its office or name, with city or pincode where that is taken.</summary>
    public async Task<KeepResult> KeepAsync(Actor actor, ConsigneeInput input, CancellationToken token)
    {
        if (actor.SellerId is { } seller && EntryAddress.CheckConsignee(input, directory.Value, out var address).Count == 0 && await IsThereAsync(seller, address!, token))
        {
            return KeepResult.Refused(EntryFault.NameTaken);
        }

        var name = PostalAddressRules.Tidy(input.Company) ?? PostalAddressRules.Tidy(input.Name) ?? "";
        var result = KeepResult.Of(KeepOutcome.Missing);
        foreach (var end in new[] { "", $", {PostalAddressRules.Tidy(input.City)}", $", {input.Pincode?.Trim()}" })
        {
            var longest = Math.Max(0, EntryName.Longest - end.Length);
            var nickname = (name.Length <= longest ? name : name[..longest].TrimEnd()) + end;
            result = await store.AddAsync(actor, Guid.CreateVersion7(time.GetUtcNow()), new ConsigneeForm(nickname, input.Email, input), token);
            if (!result.EntryFaults.Contains(EntryFault.NameTaken)) return result;
        }

        return result;
    }

    private async Task<bool> IsThereAsync(SellerId seller, PostalAddress address, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.SavedConsignees.AnyAsync(
            consignee => consignee.SellerId == seller
                && consignee.Address.Name == address.Name
                && consignee.Address.Line1 == address.Line1
                && consignee.Address.Pincode == address.Pincode
                && consignee.Address.Mobile == address.Mobile,
            token);
    }
}

/// <summary>A consignee that was found.</summary>
public sealed record FoundConsignee(string Nickname, PostalAddress Address, string? Email);
