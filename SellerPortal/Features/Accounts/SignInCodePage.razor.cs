using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerPortal.Components.Widgets;
using SellerPortal.Data.Accounts;
using SellerPortal.Platform;

namespace SellerPortal.Features.Accounts;

/// <summary>The second step of signing in: a code of the authenticator app, or one of the recovery codes.</summary>
public sealed partial class SignInCodePage
{
    [SupplyParameterFromForm(FormName = "sign-in-code")]
    private Form? Input { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "remember")]
    private bool Remember { get; set; }

    [SupplyParameterFromQuery(Name = "recovery")]
    private bool Recovery { get; set; }

    [Inject]
    private SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private FormFaults Faults { get; } = new();

    private string? Refusal { get; set; }

    private string Target => LocalUrl.IsLocal(ReturnUrl) ? ReturnUrl! : PortalUrls.Today;

    private string OtherWay => PortalUrls.SignInCodeAndReturn(Target, Remember, !Recovery);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        if (await Sessions.GetTwoFactorAuthenticationUserAsync() is null) Navigation.NavigateTo(PortalUrls.SignIn);
    }

    private async Task CheckAsync()
    {
        if (await Sessions.GetTwoFactorAuthenticationUserAsync() is not { } user) return;
        var code = new string([.. (Input!.Code ?? "").Where(c => !char.IsWhiteSpace(c))]).ToUpperInvariant();
        if (code.Length == 0)
        {
            Faults.Add(nameof(Form.Code), Texts["CodeMissing"]);
            return;
        }

        var result = Recovery
            ? await WithRecoveryCodeAsync(user, code)
            : await Sessions.TwoFactorAuthenticatorSignInAsync(code.Replace("-", "", StringComparison.Ordinal), Remember, Input.RememberDevice);
        if (result.Succeeded) Navigation.NavigateTo(Target);
        else if (result.IsLockedOut) Refusal = LockoutText.Of(Texts, user, Clock);
        else Faults.Add(nameof(Form.Code), Texts[Recovery ? "RecoveryWrong" : "CodeWrong"]);
    }

    /// <summary>Wrong recovery codes count towards the lockout like wrong passwords; the framework does not count them.</summary>
    private async Task<SignInResult> WithRecoveryCodeAsync(PortalUser user, string code)
    {
        if (await Sessions.UserManager.IsLockedOutAsync(user)) return SignInResult.LockedOut;
        var result = await Sessions.TwoFactorRecoveryCodeSignInAsync(code);
        if (result.Succeeded) return result;
        await Sessions.UserManager.AccessFailedAsync(user);
        return await Sessions.UserManager.IsLockedOutAsync(user) ? SignInResult.LockedOut : result;
    }

    internal sealed class Form
    {
        public string? Code { get; set; }

        public bool RememberDevice { get; set; }
    }
}
