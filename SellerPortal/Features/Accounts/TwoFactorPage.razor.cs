using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using QRCoder;
using SellerPortal.Components.Widgets;
using SellerPortal.Data.Accounts;
using SellerPortal.Platform;

namespace SellerPortal.Features.Accounts;

/// <summary>Turns the second factor on and off and makes new recovery codes, which are shown once.</summary>
public sealed partial class TwoFactorPage
{
    private const string Issuer = "Seller Portal";
    private const int RecoveryCodeCount = 10;

    [SupplyParameterFromForm(FormName = "two-factor-on")]
    private CodeForm? Input { get; set; }

    [SupplyParameterFromForm(FormName = "two-factor-change")]
    private ChangeForm? Change { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private UserManager<PortalUser> Users => Sessions.UserManager;

    private FormFaults Faults { get; } = new();

    private PortalUser Account { get; set; } = null!;

    private bool IsOn { get; set; }

    private int CodesLeft { get; set; }

    private IReadOnlyList<string>? NewCodes { get; set; }

    private string Key { get; set; } = "";

    private string KeyInGroups => string.Join(' ', Key.Chunk(4).Select(part => new string(part)));

    private string QrImage
    {
        get
        {
            var address = $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(Account.Email!)}?secret={Key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6";
            using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
            using var picture = new PngByteQRCode(code);
            return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(6))}";
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Input ??= new CodeForm();
        Change ??= new ChangeForm();
        if (await Users.GetUserAsync(Context.User) is not { } account)
        {
            await Sessions.SignOutAsync();
            Navigation.NavigateTo(PortalUrls.SignIn);
            return;
        }

        Account = account;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        IsOn = Account.TwoFactorEnabled;
        if (IsOn)
        {
            CodesLeft = await Users.CountRecoveryCodesAsync(Account);
            return;
        }

        Key = await Users.GetAuthenticatorKeyAsync(Account) ?? "";
        if (Key.Length > 0) return;
        await NewKeyAsync();
    }

    private async Task NewKeyAsync()
    {
        await Users.ResetAuthenticatorKeyAsync(Account);
        Key = await Users.GetAuthenticatorKeyAsync(Account) ?? "";

        // A new key ends every session; this one goes on.
        await Sessions.RefreshSignInAsync(Account);
    }

    private async Task TurnOnAsync()
    {
        if (IsOn) return;
        var code = new string([.. (Input!.Code ?? "").Where(char.IsAsciiDigit)]);
        if (code.Length == 0 || !await Users.VerifyTwoFactorTokenAsync(Account, Users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            Faults.Add(nameof(CodeForm.Code), Texts[code.Length == 0 ? "CodeMissing" : "CodeWrong"]);
            return;
        }

        await Users.SetTwoFactorEnabledAsync(Account, true);
        await MakeCodesAsync();
    }

    private async Task ChangeAsync()
    {
        if (!IsOn) return;
        if (!await Users.CheckPasswordAsync(Account, Change!.Password ?? ""))
        {
            Faults.Add(nameof(ChangeForm.Password), Texts["CurrentPasswordWrong"]);
            return;
        }

        if (Change.Act == "off")
        {
            await Users.SetTwoFactorEnabledAsync(Account, false);
            await Sessions.ForgetTwoFactorClientAsync();
            await NewKeyAsync();
            IsOn = false;
        }
        else
        {
            await MakeCodesAsync();
        }
    }

    private async Task MakeCodesAsync()
    {
        NewCodes = [.. await Users.GenerateNewTwoFactorRecoveryCodesAsync(Account, RecoveryCodeCount) ?? []];
        IsOn = true;

        // Turning on ended every session; this one goes on.
        await Sessions.RefreshSignInAsync(Account);
    }

    internal sealed class CodeForm
    {
        public string? Code { get; set; }
    }

    internal sealed class ChangeForm
    {
        public string? Password { get; set; }

        public string? Act { get; set; }
    }
}
