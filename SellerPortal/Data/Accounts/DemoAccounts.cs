using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Accounts;

/// <summary>
/// Accounts to try the portal with, one for each role and one seller who waits; registered in Development only. Their
/// names and password are printed on the console at every start.
/// </summary>
internal sealed class DemoAccounts(IServiceScopeFactory scopes, TimeProvider time) : IDataSeed
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "Postage-2026";

    public const string Admin = "admin@portal.example";
    public const string Seller = "seller@portal.example";
    public const string NewSeller = "new-seller@portal.example";
    public const string CscOperator = "csc@portal.example";
    public const string PostalStaff = "postal@portal.example";

    public int Order => 600;

    public async Task SeedAsync(PortalDbContext database, CancellationToken token)
    {
        if (!await database.Users.AnyAsync(user => user.UserName == Admin, token)) await MakeAsync(token);
        await Console.Out.WriteLineAsync($"Demo accounts (Development): {string.Join(", ", Admin, Seller, NewSeller, CscOperator, PostalStaff)}; password {Password}");
    }

    private async Task MakeAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var now = time.GetUtcNow();
        var approved = Domain.Sellers.Seller.Register(SellerId.New(now), Registration("Narmada Light House", "23AAPFN0939F1Z", "GEMS-482001", Seller), now);
        approved.Approve((await database.TakeCustomerIdAsync(token))!, await database.TakeContractNumberAsync(token), now);
        var waiting = Domain.Sellers.Seller.Register(SellerId.New(now), Registration("Gwarighat Handlooms", "23ABCFG4512K1Z", "GEMS-482008", NewSeller), now);
        database.Sellers.AddRange(approved, waiting);
        await database.SaveChangesAsync(token);

        await AddAsync(users, Admin, "Demo admin", Roles.Admin);
        await AddAsync(users, Seller, "Ravi Sahu", Roles.Seller, approved.Id);
        await AddAsync(users, NewSeller, "Meena Patel", Roles.Seller, waiting.Id);
        await AddAsync(users, CscOperator, "Demo CSC operator", Roles.CscOperator);
        await AddAsync(users, PostalStaff, "Demo postal staff", Roles.PostalStaff);
        await transaction.CommitAsync(token);
    }

    private static SellerRegistration Registration(string name, string gstin, string gem, string email)
    {
        var tax = gstin + Gstin.CheckCharacter(gstin);
        return new SellerRegistration(name, tax, tax[2..12], null, gem, email, "9826012345", new PostalAddress
        {
            Name = name,
            Line1 = "Godown 2, Napier Town",
            City = "Jabalpur",
            State = "Madhya Pradesh",
            Pincode = Pincode.FromNumber(482001),
            Mobile = "9826012345",
        });
    }

    private async Task AddAsync(UserManager<PortalUser> users, string email, string name, string role, SellerId? seller = null)
    {
        var user = new PortalUser { Id = Guid.CreateVersion7(time.GetUtcNow()), UserName = email, Email = email, EmailConfirmed = true, DisplayName = name, SellerId = seller };
        foreach (var result in new[] { await users.CreateAsync(user, Password), await users.AddToRoleAsync(user, role) })
        {
            if (!result.Succeeded) throw new StartupException($"The demo account {email} cannot be made: {result.Errors.First().Description}");
        }
    }
}
