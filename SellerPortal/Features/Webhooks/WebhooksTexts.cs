namespace SellerPortal.Features.Webhooks;

/// <summary>Marks the texts of the pages about webhooks.</summary>
public sealed class WebhooksTexts;
