using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Access;

namespace SellerPortal.Data.Accounts;

/// <summary>The roles an account may have.</summary>
internal sealed class RoleSeed(TimeProvider time) : IDataSeed
{
    public int Order => 410;

    public async Task SeedAsync(PortalDbContext database, CancellationToken token)
    {
        var present = await database.Roles.Select(role => role.Name).ToListAsync(token);
        var now = time.GetUtcNow();
        database.Roles.AddRange(Roles.All.Except(present).Select(name => new IdentityRole<Guid>(name!)
        {
            Id = Guid.CreateVersion7(now),
            NormalizedName = name!.ToUpperInvariant(),
        }));
        await database.SaveChangesAsync(token);
    }
}
