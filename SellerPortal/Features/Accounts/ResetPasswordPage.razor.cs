using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components;
using SellerPortal.Components.Widgets;
using SellerPortal.Data.Accounts;
using SellerPortal.Platform;

namespace SellerPortal.Features.Accounts;

/// <summary>Sets a new password with the link from the letter.</summary>
public sealed partial class ResetPasswordPage
{
    [SupplyParameterFromForm(FormName = "reset-password")]
    private Form? Input { get; set; }

    [SupplyParameterFromQuery(Name = "user")]
    private string? UserId { get; set; }

    [SupplyParameterFromQuery(Name = "code")]
    private string? Code { get; set; }

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private FormFaults Faults { get; } = new();

    private bool LinkIsDead { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Input ??= new Form();
        LinkIsDead = string.IsNullOrEmpty(UserId) || string.IsNullOrEmpty(Code);
    }

    private async Task ResetAsync()
    {
        if (string.IsNullOrEmpty(Input!.Password)) Faults.Add(nameof(Form.Password), Texts["NewPasswordMissing"]);
        else if (Input.Again != Input.Password) Faults.Add(nameof(Form.Again), Texts["PasswordsDiffer"]);
        if (Faults.Any || LinkIsDead) return;
        if (Token() is not { } token || !Guid.TryParse(UserId, out _) || await Users.FindByIdAsync(UserId!) is not { } user)
        {
            LinkIsDead = true;
            return;
        }

        var result = await Users.ResetPasswordAsync(user, token, Input.Password!);
        if (result.Succeeded)
        {
            // Whoever can read the account's mail may try again at once.
            await Users.SetLockoutEndDateAsync(user, null);
            await Users.ResetAccessFailedCountAsync(user);
            Navigation.NavigateTo($"{PortalUrls.SignIn}?notice=password");
        }
        else if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken)))
        {
            LinkIsDead = true;
        }
        else
        {
            Faults.Add(nameof(Form.Password), Passwords.Fault(result.Errors.Select(error => error.Code)));
        }
    }

    private string? Token()
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(Code!));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    internal sealed class Form
    {
        public string? Password { get; set; }

        public string? Again { get; set; }
    }
}
