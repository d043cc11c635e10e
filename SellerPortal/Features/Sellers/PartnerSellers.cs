using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;

namespace SellerPortal.Features.Sellers;

/// <summary>Registers sellers for a partner, and tells it how far they are. A partner knows the sellers it registered and no other.</summary>
internal sealed class PartnerSellers(IDbContextFactory<PortalDbContext> factory, SellerFormCheck check, OwnerInvitation owner, WorkSignal signal, TimeProvider time)
{
    /// <summary>Registers a seller, who then waits for an admin, and asks its address to make the first account.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="id">Made from the caller's key: the same one registers once.</param>
    /// <param name="form">What the seller states.</param>
    /// <param name="email">The seller's address.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="token">Stops the work.</param>
    /// <returns>The seller; null when something is wrong.</returns>
    public async Task<Seller?> RegisterAsync(Guid partner, SellerId id, SellerForm form, string? email, List<SellerFault> faults, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        if (await FindAsync(database, partner, id, token) is { } before) return before;
        var address = SellerFormCheck.Email(email, faults);
        if (check.Registration(form, address ?? "", faults) is not { } registration || address is null) return null;

        // As it is kept, so that whoever asks again reads the same.
        var now = time.GetUtcNow().ToMicroseconds();
        var seller = Seller.Register(id, registration, now, partner);
        if (seller.IsTest) seller.DecideInTestMode(now);
        database.Sellers.Add(seller);
        database.EnqueueTestApproval(seller, now);
        try
        {
            if (!await IsTakenAsync(database, seller, token))
            {
                await owner.AddAsync(database, seller, now, token);
                await database.SaveChangesAsync(token);
                signal.Pulse();
                return seller;
            }
        }
        catch (DbUpdateException)
        {
            // The same call, or the same GeM id, arrived a moment earlier.
            database.ChangeTracker.Clear();
            if (await FindAsync(database, partner, id, token) is { } twin) return twin;
            if (!await IsTakenAsync(database, seller, token)) throw;
        }

        faults.Add(new SellerFault(nameof(SellerForm.GemSellerId), "Taken"));
        return null;
    }

    /// <summary>One of the partner's sellers; null when it has no such one.</summary>
    public async Task<Seller?> FindAsync(Guid partner, SellerId id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await FindAsync(database, partner, id, token);
    }

    /// <summary>The partner's sellers from a place on, the latest first.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="status">Only those with it; null for all.</param>
    /// <param name="gemSellerId">Only the one with this id on GeM, in any case; null for all.</param>
    /// <param name="place">Where the page begins; null for the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="token">Stops the work.</param>
    public async Task<(IReadOnlyList<Seller> Sellers, ListPlace? Next)> FromAsync(Guid partner, SellerStatus? status, string? gemSellerId, ListPlace? place, int count, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var sellers = database.Sellers.AsNoTracking().Where(seller => seller.PartnerId == partner);
        if (status is { } one) sellers = sellers.Where(seller => seller.Status == one);
        if (gemSellerId is not null)
        {
            var kept = SellerFormCheck.KeptGemSellerId(gemSellerId);
            sellers = sellers.Where(seller => seller.GemSellerId == kept);
        }

        var found = await sellers.From(place, seller => seller.RegisteredAt, seller => seller.Id, id => new SellerId(id)).Take(count + 1).ToListAsync(token);
        return found.Cut(count, seller => new ListPlace(seller.RegisteredAt, seller.Id.Value));
    }

    private static Task<Seller?> FindAsync(PortalDbContext database, Guid partner, SellerId id, CancellationToken token) =>
        database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == id && seller.PartnerId == partner, token);

    /// <summary>True when another seller has the GeM id already; in the test mode each partner tries with ids of its own.</summary>
    private static Task<bool> IsTakenAsync(PortalDbContext database, Seller seller, CancellationToken token) => database.Sellers.AnyAsync(
        other => other.GemSellerId == seller.GemSellerId && other.IsTest == seller.IsTest && (!seller.IsTest || other.PartnerId == seller.PartnerId), token);
}
