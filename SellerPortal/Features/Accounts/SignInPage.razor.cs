using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerPortal.Components.Widgets;
using SellerPortal.Data.Accounts;
using SellerPortal.Platform;

namespace SellerPortal.Features.Accounts;

/// <summary>Sign-in with e-mail and password; a second factor follows on its own page.</summary>
public sealed partial class SignInPage
{
    /// <summary>Checked in place of an account that does not exist, so that the answer takes as long.</summary>
    private static readonly string Decoy = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), nameof(Decoy));

    [SupplyParameterFromForm(FormName = "sign-in")]
    private Form? Input { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    /// <summary>What happened before: "password" after a new one was set, "out" after signing out everywhere.</summary>
    [SupplyParameterFromQuery(Name = "notice")]
    private string? Notice { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private FormFaults Faults { get; } = new();

    private string? Refusal { get; set; }

    private string Target => LocalUrl.IsLocal(ReturnUrl) ? ReturnUrl! : PortalUrls.Today;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Input ??= new Form();
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity is { IsAuthenticated: true }) Navigation.NavigateTo(Target);
    }

    private async Task SignInAsync()
    {
        var email = Input!.Email?.Trim() ?? "";
        if (email.Length == 0) Faults.Add(nameof(Form.Email), Texts["EmailMissing"]);
        if (string.IsNullOrEmpty(Input.Password)) Faults.Add(nameof(Form.Password), Texts["PasswordMissing"]);
        if (Faults.Any) return;

        var users = Sessions.UserManager;
        if (await users.FindByEmailAsync(email) is not { } user)
        {
            users.PasswordHasher.VerifyHashedPassword(new PortalUser(), Decoy, Input.Password!);
            Refusal = Texts["WrongPassword"];
            return;
        }

        var result = await Sessions.PasswordSignInAsync(user, Input.Password!, Input.Remember, lockoutOnFailure: true);
        if (result.Succeeded) Navigation.NavigateTo(Target);
        else if (result.RequiresTwoFactor) Navigation.NavigateTo(PortalUrls.SignInCodeAndReturn(Target, Input.Remember));
        else Refusal = result.IsLockedOut ? LockoutText.Of(Texts, user, Clock) : Texts["WrongPassword"];
    }

    internal sealed class Form
    {
        public string? Email { get; set; }

        public string? Password { get; set; }

        public bool Remember { get; set; }
    }
}
