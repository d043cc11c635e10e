using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using SellerPortal.Components;
using SellerPortal.Components.Widgets;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain.Addresses;
using SellerPortal.Platform;

namespace SellerPortal.Features.Accounts;

/// <summary>Somebody who was invited to a seller's team gives a name and a password, and is signed in.</summary>
public sealed partial class JoinPage
{
    private const int LongestName = 80;

    [SupplyParameterFromForm(FormName = "join")]
    private Form? Input { get; set; }

    [SupplyParameterFromQuery(Name = "token")]
    private string? Token { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private AcceptInvitation Accept { get; set; } = null!;

    [Inject]
    private SignInManager<PortalUser> Sessions { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private FormFaults Faults { get; } = new();

    /// <summary>What the link invites to; null when it opens nothing.</summary>
    private Invitation? Asked { get; set; }

    private string? Refusal { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Input ??= new Form();
        var link = await Accept.FindAsync(Token, Context.RequestAborted);
        Asked = link.Asked;
        // A form sent twice comes when its link is used already; the act itself decides what becomes of it.
        if (link.WhyNot is { } why && HttpMethods.IsGet(Context.Request.Method)) Refusal = Texts[$"Join{why}"];
    }

    private async Task JoinAsync()
    {
        var name = PostalAddressRules.Tidy(Input!.DisplayName) ?? "";
        if (name.Length is 0 or > LongestName) Faults.Add(nameof(Form.DisplayName), Texts["NameLength"]);
        if (string.IsNullOrEmpty(Input.Password)) Faults.Add(nameof(Form.Password), Texts["NewPasswordMissing"]);
        else if (Input.Again != Input.Password) Faults.Add(nameof(Form.Again), Texts["PasswordsDiffer"]);
        if (Faults.Any) return;
        var result = await Accept.ExecuteAsync(Token, name, Input.Password!, Context.RequestAborted);
        switch (result)
        {
            case { Account: { } account }:
                await Sessions.SignInAsync(account, isPersistent: false);
                Navigation.NavigateTo(PortalUrls.Today);
                break;
            case { Outcome: JoinOutcome.PasswordRefused }:
                Faults.Add(nameof(Form.Password), Passwords.Fault(result.PasswordFaults));
                break;
            default:
                Refusal = Texts[$"Join{result.Outcome}"];
                break;
        }
    }

    internal sealed class Form
    {
        public string? DisplayName { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }
    }
}
