using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.ParcelPresets;

/// <summary>A seller adds a box or changes one.</summary>
public sealed class KeepBox(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>Keeps the box.</summary>
    /// <param name="actor">Who keeps it.</param>
    /// <param name="id">Made with the form: the same id again adds nothing.</param>
    /// <param name="version">The version that was shown; null for a new box.</param>
    /// <param name="form">As typed.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<KeepResult> ExecuteAsync(Actor actor, Guid id, Guid? version, BoxForm form, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return KeepResult.Of(KeepOutcome.NotAllowed);
        if (form.Check(out var tidy) is { } refused) return refused;
        await using var database = await factory.CreateDbContextAsync(token);
        var mine = database.BoxPresets.Where(box => box.SellerId == seller);
        var stop = version is { } shown
            ? await ChangeAsync(mine, id, shown, tidy!, token)
            : await AddAsync(database, mine, seller, id, tidy!, token);
        if (stop is not null) return stop;
        var key = EntryName.KeyOf(tidy!.Name);
        return await database.KeepAsync(
            mine.Where(box => box.Id == id).Select(box => box.Id),
            mine.Where(box => box.Id != id && box.NameKey == key).Select(box => box.Id),
            token);
    }

    private static async Task<KeepResult?> AddAsync(
        PortalDbContext database, IQueryable<BoxPreset> mine, SellerId seller, Guid id, TidyBox tidy, CancellationToken token)
    {
        if (await mine.AnyAsync(box => box.Id == id, token)) return KeepResult.Kept;
        if (await mine.CountAsync(token) >= BoxPreset.MostPerSeller) return KeepResult.Of(KeepOutcome.TooMany);
        database.BoxPresets.Add(BoxPreset.Of(id, seller, tidy));
        return null;
    }

    private static async Task<KeepResult?> ChangeAsync(IQueryable<BoxPreset> mine, Guid id, Guid version, TidyBox tidy, CancellationToken token)
    {
        var box = await mine.SingleOrDefaultAsync(box => box.Id == id, token);
        if (box is null) return KeepResult.Of(KeepOutcome.Missing);
        if (box.Version != version) return KeepResult.Of(KeepOutcome.ChangedMeanwhile);
        box.Change(tidy);
        return null;
    }
}
