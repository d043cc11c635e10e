using SellerPortal.Components.Layout;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Work;
using SellerPortal.Features.Notifications.Choices;
using SellerPortal.Features.Notifications.Letters;
using SellerPortal.Features.Notifications.Messages;
using SellerPortal.Platform;

namespace SellerPortal.Features.Notifications;

/// <summary>Tells sellers and addressees what becomes of their articles: by e-mail, and in the portal.</summary>
public static class NotificationsFeature
{
    /// <summary>Registers the use cases, the sending of letters, and the bell in the portal's header.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddSingleton<NewsLetters>();
        services.AddSingleton<MessageNews>();
        services.AddSingleton<IWorkHandler, SendLetter>();
        services.AddScoped<IShipmentChangeHandler, TellOfChanges>();
        services.AddScoped<ReadMessages>();
        services.AddScoped<MarkMessages>();
        services.AddScoped<ChooseNotifications>();
        services.AddSingleton(new HeaderPart(typeof(MessageBell)));
        return services;
    }
}
