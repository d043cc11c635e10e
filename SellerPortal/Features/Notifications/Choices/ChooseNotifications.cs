using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Notifications;

namespace SellerPortal.Features.Notifications.Choices;

/// <summary>Reads and changes what a seller is told of. An owner decides for the whole seller.</summary>
public sealed class ChooseNotifications(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>What is chosen at present, and who could get the mails; null for an account that is no owner.</summary>
    public async Task<NotificationChoices?> ReadAsync(Actor actor, CancellationToken token)
    {
        if (actor is not { IsOwner: true, SellerId: { } seller }) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        var plan = await database.NotificationPlans.AsNoTracking().SingleOrDefaultAsync(plan => plan.SellerId == seller, token);
        var registered = await database.Sellers.Where(one => one.Id == seller).Select(one => one.Email).SingleAsync(token);
        var colleagues = await database.Users.Where(user => user.SellerId == seller && user.Email != null).OrderBy(user => user.Email)
            .Select(user => new Colleague(user.Id, user.DisplayName, user.Email!)).ToListAsync(token);
        return new NotificationChoices((plan ?? NotificationPlan.Usual(seller)).Wish(), plan?.Version, registered, colleagues);
    }

    /// <summary>Saves a choice; accounts that are not the seller's are left out.</summary>
    /// <param name="actor">An owner.</param>
    /// <param name="wish">What is wished.</param>
    /// <param name="seen">The version that was shown; null when nothing had been chosen.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="UnauthorizedAccessException">The actor is no owner.</exception>
    public async Task<ChoiceOutcome> SaveAsync(Actor actor, NotificationWish wish, Guid? seen, CancellationToken token)
    {
        if (actor is not { IsOwner: true, SellerId: { } seller }) throw new UnauthorizedAccessException("Only an owner chooses what a seller is told of.");
        await using var database = await factory.CreateDbContextAsync(token);
        var own = await database.Users.Where(user => user.SellerId == seller && wish.Receivers.Contains(user.Id)).Select(user => user.Id).ToListAsync(token);
        if (own.Count > NotificationPlan.MostReceivers) return ChoiceOutcome.TooManyReceivers;
        var plan = await database.NotificationPlans.SingleOrDefaultAsync(plan => plan.SellerId == seller, token);
        if (plan?.Version != seen) return ChoiceOutcome.ChangedMeanwhile;
        if (plan is null)
        {
            plan = NotificationPlan.Usual(seller);
            database.NotificationPlans.Add(plan);
        }

        plan.Choose(wish with { Receivers = own });
        try
        {
            await database.SaveChangesAsync(token);
            return ChoiceOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChoiceOutcome.ChangedMeanwhile;
        }
        catch (DbUpdateException) when (seen is null)
        {
            // Two owners chose for the first time at once; whatever else was wrong is no colleague's doing.
            if (!await IsChosenAsync(seller, token)) throw;
            return ChoiceOutcome.ChangedMeanwhile;
        }
    }

    private async Task<bool> IsChosenAsync(SellerId seller, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.NotificationPlans.AnyAsync(plan => plan.SellerId == seller, token);
    }
}

/// <summary>How saving a choice went.</summary>
public enum ChoiceOutcome
{
    Saved,

    /// <summary>Another owner saved since the page was opened.</summary>
    ChangedMeanwhile,

    /// <summary>More than twenty colleagues are to get the mails.</summary>
    TooManyReceivers,
}

/// <summary>What is chosen, and what can be chosen from.</summary>
/// <param name="Wish">What is chosen.</param>
/// <param name="Version">To be handed back when saving; null while nothing was ever chosen.</param>
/// <param name="Registered">The address that gets the mails when no colleague is chosen.</param>
/// <param name="Colleagues">The seller's accounts.</param>
public sealed record NotificationChoices(NotificationWish Wish, Guid? Version, string Registered, IReadOnlyList<Colleague> Colleagues);

/// <summary>An account of the seller.</summary>
public sealed record Colleague(Guid Id, string Name, string Email);
