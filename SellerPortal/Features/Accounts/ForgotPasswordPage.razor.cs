using System.Net.Mail;
using Microsoft.AspNetCore.Components;
using SellerPortal.Components.Widgets;

namespace SellerPortal.Features.Accounts;

/// <summary>Asks for the link to set a new password; answers the same whether the account exists or not.</summary>
public sealed partial class ForgotPasswordPage
{
    [SupplyParameterFromForm(FormName = "forgot-password")]
    private Form? Input { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private SendResetLink Send { get; set; } = null!;

    private static int Hours => (int)AccountsFeature.ResetLinkLife.TotalHours;

    private FormFaults Faults { get; } = new();

    private bool Sent { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Input ??= new Form();

    private async Task SendAsync()
    {
        var email = Input!.Email?.Trim() ?? "";
        if (email.Length == 0) Faults.Add(nameof(Form.Email), Texts["EmailMissing"]);
        else if (!MailAddress.TryCreate(email, out _)) Faults.Add(nameof(Form.Email), Texts["EmailMalformed"]);
        if (Faults.Any) return;
        await Send.ExecuteAsync(email, Context.RequestAborted);
        Sent = true;
    }

    internal sealed class Form
    {
        public string? Email { get; set; }
    }
}
