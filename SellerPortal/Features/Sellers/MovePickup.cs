using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Features.Sellers;

/// <summary>A seller has parcels fetched from another address from now on.</summary>
public sealed class MovePickup(IDbContextFactory<PortalDbContext> factory, SellerFormCheck check, Snapshot<PincodeDirectory> directory)
{
    /// <summary>Changes the address, or says all that is wrong.</summary>
    public async Task<OwnSellerResult> ExecuteAsync(Actor actor, PickupForm form, CancellationToken token)
    {
        if (actor.OnlyReads) return OwnSellerResult.NotAllowed;
        await using var database = await factory.CreateDbContextAsync(token);
        var seller = await database.Sellers.SingleOrDefaultAsync(seller => seller.Id == actor.SellerId, token);
        if (seller is null) return OwnSellerResult.Missing;
        LeaveOldPlace(form, seller.PickupAddress);
        var faults = new List<SellerFault>();
        var address = check.Pickup(form, seller.LegalName, faults);
        if (address is null) return new OwnSellerResult(OwnSellerOutcome.Faulty, faults);

        seller.MovePickupTo(address);
        try
        {
            await database.SaveChangesAsync(token);
            return OwnSellerResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return OwnSellerResult.ChangedMeanwhile;
        }
    }

    /// <summary>
    /// A pincode of another state under the old city and state means that only the pincode was typed anew; they then
    /// come from the pincode.
    /// </summary>
    private void LeaveOldPlace(PickupForm form, PostalAddress old)
    {
        if (form.City?.Trim() != old.City || form.State?.Trim() != old.State) return;
        if (directory.Value.Check(form.Pincode, out var place) == PincodeFault.None && place!.State != old.State) (form.City, form.State) = (null, null);
    }
}
