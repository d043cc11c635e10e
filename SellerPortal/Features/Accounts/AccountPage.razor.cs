using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerPortal.Components;
using SellerPortal.Components.Widgets;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain.Addresses;
using SellerPortal.Platform;

namespace SellerPortal.Features.Accounts;

/// <summary>One's own account: name, password, second factor, sessions.</summary>
public sealed partial class AccountPage
{
    private const int LongestName = 80;

    [SupplyParameterFromForm(FormName = "account-name")]
    private NameForm? Name { get; set; }

    [SupplyParameterFromForm(FormName = "account-password")]
    private PasswordForm? Password { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private UserManager<PortalUser> Users => Sessions.UserManager;

    private FormFaults Faults { get; } = new();

    private PortalUser? Account { get; set; }

    /// <summary>Key of the sentence about what was just done.</summary>
    private string? Done { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Account = await Users.GetUserAsync(Context.User);
        Name ??= new NameForm { DisplayName = Account?.DisplayName };
        Password ??= new PasswordForm();
        if (Account is not null) return;
        await Sessions.SignOutAsync();
        Navigation.NavigateTo(PortalUrls.SignIn);
    }

    private async Task RenameAsync()
    {
        if (Account is null) return;
        var name = PostalAddressRules.Tidy(Name!.DisplayName) ?? "";
        if (name.Length is 0 or > LongestName)
        {
            Faults.Add(nameof(NameForm.DisplayName), Texts["NameLength"]);
            return;
        }

        Account.DisplayName = name;
        await Users.UpdateAsync(Account);
        await Sessions.RefreshSignInAsync(Account);
        Done = "NameSaved";
    }

    private async Task ChangePasswordAsync()
    {
        if (Account is null) return;
        if (string.IsNullOrEmpty(Password!.Current)) Faults.Add(nameof(PasswordForm.Current), Texts["PasswordMissing"]);
        if (string.IsNullOrEmpty(Password.Next)) Faults.Add(nameof(PasswordForm.Next), Texts["NewPasswordMissing"]);
        else if (Password.Again != Password.Next) Faults.Add(nameof(PasswordForm.Again), Texts["PasswordsDiffer"]);
        if (Faults.Any) return;
        var result = await Users.ChangePasswordAsync(Account, Password.Current!, Password.Next!);
        if (result.Succeeded)
        {
            await Sessions.RefreshSignInAsync(Account);
            Done = "PasswordSaved";
        }
        else if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
        {
            Faults.Add(nameof(PasswordForm.Current), Texts["CurrentPasswordWrong"]);
        }
        else
        {
            Faults.Add(nameof(PasswordForm.Next), Passwords.Fault(result.Errors.Select(error => error.Code)));
        }
    }

    private async Task SignOutEverywhereAsync()
    {
        if (Account is null) return;
        await Users.UpdateSecurityStampAsync(Account);
        await Sessions.SignOutAsync();
        Navigation.NavigateTo($"{PortalUrls.SignIn}?notice=out");
    }

    internal sealed class NameForm
    {
        public string? DisplayName { get; set; }
    }

    internal sealed class PasswordForm
    {
        public string? Current { get; set; }

        public string? Next { get; set; }

        public string? Again { get; set; }
    }
}
