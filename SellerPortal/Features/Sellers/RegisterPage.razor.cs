using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerPortal.Components.Widgets;
using SellerPortal.Data.Accounts;
using SellerPortal.Platform;

namespace SellerPortal.Features.Sellers;

/// <summary>A seller registers, is signed in, and reads what happens next.</summary>
public sealed partial class RegisterPage
{
    [SupplyParameterFromForm(FormName = "register")]
    private RegisterForm? Input { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private RegisterSeller Register { get; set; } = null!;

    [Inject]
    private IUserClaimsPrincipalFactory<PortalUser> Principals { get; set; } = null!;

    [Inject]
    private SellerWords Words { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private FormFaults Faults { get; } = new();

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Input ??= new RegisterForm();
        if (Input.Key == Guid.Empty) Input.Key = Guid.CreateVersion7(Clock.GetUtcNow());
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity is { IsAuthenticated: true }) Navigation.NavigateTo(PortalUrls.Account);
    }

    private async Task RegisterAsync()
    {
        var result = await Register.ExecuteAsync(Input!, Context.RequestAborted);
        if (result.Account is not { } account)
        {
            Words.AddTo(Faults, result.Faults);
            return;
        }

        await Context.SignInAsync(IdentityConstants.ApplicationScheme, await Principals.CreateAsync(account));
        Navigation.NavigateTo(PortalUrls.OwnSeller);
    }
}
