using Microsoft.Extensions.Options;

namespace SellerPortal.Platform.Mail;

/// <summary>Registers the way letters leave the portal.</summary>
public static class MailServices
{
    /// <summary>Registers the mail server or, when none is named, the pickup folder, and the address that links in letters begin with.</summary>
    public static IServiceCollection AddPortalMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<IMailDrop>(provider => SmtpServer.Read(provider.GetRequiredService<IOptions<MailOptions>>().Value.Smtp, []) is { } server
            ? ActivatorUtilities.CreateInstance<SmtpMailDrop>(provider, server)
            : ActivatorUtilities.CreateInstance<PickupFolderMailDrop>(provider));
        services.AddSingleton<PortalAddress>();
        return services;
    }
}
