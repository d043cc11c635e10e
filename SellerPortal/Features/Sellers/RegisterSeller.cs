using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Sellers;

/// <summary>Makes an account and its seller in one transaction; the same form sent twice makes them once.</summary>
public sealed class RegisterSeller(PortalDbContext database, UserManager<PortalUser> users, SellerFormCheck check, TimeProvider time)
{
    /// <summary>Registers, or says all that is wrong.</summary>
    public async Task<RegisterResult> ExecuteAsync(RegisterForm form, CancellationToken token)
    {
        var faults = new List<SellerFault>();
        var email = SellerFormCheck.Email(form.Email, faults);
        await CheckPasswordAsync(form.Password, faults);
        var registration = check.Registration(form, email ?? "", faults);
        if (registration is null || faults.Count > 0) return new RegisterResult(null, faults);

        if (await FindEarlierAsync(form, email!) is { } earlier) return new RegisterResult(earlier, []);
        await AddDuplicatesAsync(registration, faults, token);
        if (faults.Count > 0) return new RegisterResult(null, faults);
        try
        {
            return await SaveAsync(form, registration, token);
        }
        catch (DbUpdateException)
        {
            // The same form, e-mail or GeM id arrived a moment earlier; what is there now tells which.
            database.ChangeTracker.Clear();
            if (await FindEarlierAsync(form, email!) is { } twin) return new RegisterResult(twin, []);
            await AddDuplicatesAsync(registration, faults, token);
            if (faults.Count == 0) throw;
            return new RegisterResult(null, faults);
        }
    }

    private async Task<RegisterResult> SaveAsync(RegisterForm form, SellerRegistration registration, CancellationToken token)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var now = time.GetUtcNow();
        var seller = Seller.Register(SellerId.OfKey(form.Key), registration, now);
        database.Sellers.Add(seller);
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = registration.Email,
            Email = registration.Email,
            DisplayName = registration.PickupAddress.Name,
            SellerId = seller.Id,
            JoinedAt = now,
        };
        var result = await users.CreateAsync(user, form.Password!);
        if (result.Succeeded) result = await users.AddToRoleAsync(user, Roles.Seller);
        if (!result.Succeeded)
        {
            await transaction.RollbackAsync(token);
            database.ChangeTracker.Clear();
            if (await FindEarlierAsync(form, registration.Email) is { } twin) return new RegisterResult(twin, []);
            return new RegisterResult(null, [.. result.Errors.Select(FaultOf).Distinct()]);
        }

        await transaction.CommitAsync(token);
        return new RegisterResult(user, []);
    }

    /// <summary>The account that this very form made before; its password proves that the same person sends it again.</summary>
    private async Task<PortalUser?> FindEarlierAsync(RegisterForm form, string email) =>
        await users.FindByEmailAsync(email) is { } user
        && user.SellerId == SellerId.OfKey(form.Key)
        && await users.CheckPasswordAsync(user, form.Password!)
            ? user
            : null;

    private async Task AddDuplicatesAsync(SellerRegistration registration, List<SellerFault> faults, CancellationToken token)
    {
        if (await users.FindByEmailAsync(registration.Email) is not null) faults.Add(new SellerFault(nameof(RegisterForm.Email), "Taken"));
        if (await database.Sellers.AnyAsync(seller => !seller.IsTest && seller.GemSellerId == registration.GemSellerId, token)) faults.Add(new SellerFault(nameof(SellerForm.GemSellerId), "Taken"));
    }

    private async Task CheckPasswordAsync(string? password, List<SellerFault> faults)
    {
        if (string.IsNullOrEmpty(password))
        {
            faults.Add(new SellerFault(nameof(RegisterForm.Password), "Empty"));
            return;
        }

        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, new PortalUser(), password);
            faults.AddRange(result.Errors.Select(error => new SellerFault(nameof(RegisterForm.Password), error.Code)));
        }
    }

    private static SellerFault FaultOf(IdentityError error) =>
        error.Code.StartsWith("Password", StringComparison.Ordinal)
            ? new SellerFault(nameof(RegisterForm.Password), error.Code)
            : new SellerFault(nameof(RegisterForm.Email), error.Code.StartsWith("Duplicate", StringComparison.Ordinal) ? "Taken" : "Malformed");
}

/// <summary>How a registration went.</summary>
/// <param name="Account">The account, or null when something was wrong.</param>
/// <param name="Faults">What was wrong.</param>
public sealed record RegisterResult(PortalUser? Account, IReadOnlyList<SellerFault> Faults);
