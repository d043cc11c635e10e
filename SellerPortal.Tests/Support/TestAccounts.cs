using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain;

namespace SellerPortal.Tests.Support;

/// <summary>Accounts that can sign in on the test host.</summary>
public static class TestAccounts
{
    public const string Password = "Postage-2026";

    private static int _count;

    /// <summary>An account of its own for one test.</summary>
    public static async Task<PortalUser> MakeAsync(TestHost host, string? role = null, SellerId? seller = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var email = $"account{Interlocked.Increment(ref _count)}@example.in";
        var user = new PortalUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = "Asha Verma", SellerId = seller };
        Assert.True((await users.CreateAsync(user, Password)).Succeeded);
        if (role is not null) Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        return user;
    }

    /// <summary>Signs in over the page, as a person does.</summary>
    public static async Task<SiteVisit> SignInAsync(TestHost host, PortalUser user, string password = Password, string returnUrl = "/account")
    {
        var visit = new SiteVisit(host.Anonymous());
        return await visit.SendAsync($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in", ("Input.Email", user.Email!), ("Input.Password", password));
    }
}
