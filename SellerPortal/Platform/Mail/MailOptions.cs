namespace SellerPortal.Platform.Mail;

/// <summary>The section "Mail" of the configuration.</summary>
public sealed class MailOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Mail";

    /// <summary>The folder that letters are written to while no mail server is named; relative to the portal's own folder.</summary>
    public string PickupFolder { get; set; } = "App_Data/mail";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "no-reply@portal.example";

    /// <summary>The mail server; without a host the folder is used.</summary>
    public SmtpSettings Smtp { get; set; } = new();
}

/// <summary>The section "Mail:Smtp": texts as they stand there, checked by <see cref="MailOptionsCheck"/>.</summary>
public sealed class SmtpSettings
{
    public string? Host { get; set; }

    /// <summary>587 when not set, and 465 with Tls "Implicit".</summary>
    public string? Port { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>None, StartTls or Implicit; StartTls when not set.</summary>
    public string? Tls { get; set; }
}
