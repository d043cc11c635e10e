namespace SellerPortal.Features.FailedDeliveries;

/// <summary>The texts of failed deliveries.</summary>
public sealed class FailedDeliveriesTexts;
