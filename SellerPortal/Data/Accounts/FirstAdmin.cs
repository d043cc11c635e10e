using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Access;

namespace SellerPortal.Data.Accounts;

/// <summary>
/// Makes the first admin from FirstAdmin:Email and FirstAdmin:Password, only while there is no admin: a new
/// installation has no account, and nobody can sign in to make one.
/// </summary>
internal sealed class FirstAdmin(IConfiguration configuration, IServiceScopeFactory scopes, TimeProvider time) : IDataSeed
{
    public int Order => 420;

    public async Task SeedAsync(PortalDbContext database, CancellationToken token)
    {
        var (email, password) = (configuration["FirstAdmin:Email"]?.Trim(), configuration["FirstAdmin:Password"]);
        if (string.IsNullOrEmpty(email) && string.IsNullOrEmpty(password)) return;
        if (await HasAdminAsync(database, token)) return;
        if (string.IsNullOrEmpty(email)) throw new StartupException("FirstAdmin:Email is missing; set it beside FirstAdmin:Password.");
        if (string.IsNullOrEmpty(password)) throw new StartupException("FirstAdmin:Password is missing; set it beside FirstAdmin:Email.");

        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var admin = new PortalUser { Id = Guid.CreateVersion7(time.GetUtcNow()), UserName = email, Email = email, EmailConfirmed = true, DisplayName = email.Split('@')[0] };
        Check(await users.CreateAsync(admin, password), email);
        Check(await users.AddToRoleAsync(admin, Roles.Admin), email);
    }

    private static Task<bool> HasAdminAsync(PortalDbContext database, CancellationToken token) => (
        from member in database.UserRoles
        join role in database.Roles on member.RoleId equals role.Id
        where role.Name == Roles.Admin
        select member.UserId).AnyAsync(token);

    private static void Check(IdentityResult result, string email)
    {
        if (result.Succeeded) return;
        var reasons = string.Join(' ', result.Errors.Select(error => error.Description));
        throw new StartupException($"The first admin {email} cannot be made from FirstAdmin:Email and FirstAdmin:Password: {reasons}");
    }
}
