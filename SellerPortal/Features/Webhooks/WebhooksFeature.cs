using SellerPortal.Data.Outbox;
using SellerPortal.Features.Webhooks.Deliveries;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Features.Webhooks.Sending;

namespace SellerPortal.Features.Webhooks;

/// <summary>Tells sellers' own systems what happens, after the Standard Webhooks specification.</summary>
public static class WebhooksFeature
{
    /// <summary>Registers the use cases, the settings, and the sending in the background.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>()
            .BindConfiguration("Webhooks")
            .Validate(options => options.IsSound, "Webhooks:TimeLimitSeconds must be above 0 and at most 30, QuickSeconds above 0, AtOncePerEndpoint 1 to 16, AtOnce 4 to 2000.")
            .ValidateOnStart();
        services.AddSingleton<WebhookSecrets>().AddSingleton<NameResolver>().AddSingleton<WebhookPaces>().AddSingleton<WebhookSender>().AddSingleton<TellGone>().AddSingleton<DeliverWebhooks>().AddSingleton<WebhookWishCheck>();
        services.AddHostedService<WebhookDispatcher>();
        services.AddScoped<IShipmentChangeHandler, TellWebhooks>();
        services.AddScoped<ReadWebhooks>().AddScoped<CreateWebhook>().AddScoped<ChangeWebhook>().AddScoped<TestWebhook>();
        services.AddScoped<ListDeliveries>().AddScoped<ReplayDeliveries>();
        return services;
    }

    /// <summary>Maps the webhooks of the API.</summary>
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder endpoints)
    {
        WebhookApiEndpoints.Map(endpoints);
        return endpoints;
    }
}
