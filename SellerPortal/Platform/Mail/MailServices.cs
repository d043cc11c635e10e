namespace SellerPortal.Platform.Mail;

/// <summary>Registers the way letters leave the portal.</summary>
public static class MailServices
{
    /// <summary>Registers the pickup folder, and the address that links in letters begin with.</summary>
    public static IServiceCollection AddPortalMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section);
        services.AddSingleton<IMailDrop, PickupFolderMailDrop>();
        services.AddSingleton<PortalAddress>();
        return services;
    }
}
