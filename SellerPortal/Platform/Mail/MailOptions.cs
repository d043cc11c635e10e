namespace SellerPortal.Platform.Mail;

/// <summary>The section "Mail" of the configuration.</summary>
public sealed class MailOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Mail";

    /// <summary>The folder that letters are written to; relative to the portal's own folder.</summary>
    public string PickupFolder { get; set; } = "App_Data/mail";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "no-reply@portal.example";
}
