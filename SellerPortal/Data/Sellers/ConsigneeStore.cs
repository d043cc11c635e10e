using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Sellers;

/// <summary>The address books of the sellers; everybody reaches only the book of the own seller.</summary>
public sealed class ConsigneeStore(IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory, TimeProvider time)
{
    /// <summary>The most words of a search that are looked at.</summary>
    private const int MostWords = 6;

    /// <summary>Consignees that have every word of the text somewhere; all of them without a text.</summary>
    public static IQueryable<SavedConsignee> Find(PortalDbContext database, SellerId seller, string? text)
    {
        var found = database.SavedConsignees.AsNoTracking().Where(consignee => consignee.SellerId == seller);
        foreach (var word in (PostalAddressRules.Tidy(text) ?? "").ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            found = found.Where(consignee => consignee.SearchText.Contains(word));
        }

        return found;
    }

    /// <summary>Adds a consignee; the same id again adds nothing.</summary>
    public async Task<KeepResult> AddAsync(Actor actor, Guid id, ConsigneeForm form, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return KeepResult.Of(KeepOutcome.NotAllowed);
        if (form.Check(directory.Value, out var tidy) is { } refused) return refused;
        await using var database = await factory.CreateDbContextAsync(token);
        var mine = database.SavedConsignees.Where(consignee => consignee.SellerId == seller);
        if (await mine.AnyAsync(consignee => consignee.Id == id, token)) return KeepResult.Kept;
        if (await mine.CountAsync(token) >= SavedConsignee.MostPerSeller) return KeepResult.Of(KeepOutcome.TooMany);
        database.SavedConsignees.Add(SavedConsignee.Of(id, seller, tidy!, time.GetUtcNow()));
        return await SaveAsync(database, mine, id, tidy!, token);
    }

    /// <summary>Changes a consignee.</summary>
    /// <param name="actor">Who changes it.</param>
    /// <param name="id">One of the seller's own.</param>
    /// <param name="version">The version that was shown.</param>
    /// <param name="form">As typed.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<KeepResult> ChangeAsync(Actor actor, Guid id, Guid version, ConsigneeForm form, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return KeepResult.Of(KeepOutcome.NotAllowed);
        if (form.Check(directory.Value, out var tidy) is { } refused) return refused;
        await using var database = await factory.CreateDbContextAsync(token);
        var mine = database.SavedConsignees.Where(consignee => consignee.SellerId == seller);
        var consignee = await mine.SingleOrDefaultAsync(consignee => consignee.Id == id, token);
        if (consignee is null) return KeepResult.Of(KeepOutcome.Missing);
        if (consignee.Version != version) return KeepResult.Of(KeepOutcome.ChangedMeanwhile);
        consignee.Change(tidy!, time.GetUtcNow());
        return await SaveAsync(database, mine, id, tidy!, token);
    }

    private static Task<KeepResult> SaveAsync(
        PortalDbContext database, IQueryable<SavedConsignee> mine, Guid id, TidyConsignee tidy, CancellationToken token)
    {
        var key = EntryName.KeyOf(tidy.Nickname);
        return database.KeepAsync(
            mine.Where(consignee => consignee.Id == id).Select(consignee => consignee.Id),
            mine.Where(consignee => consignee.Id != id && consignee.NicknameKey == key).Select(consignee => consignee.Id),
            token);
    }
}
