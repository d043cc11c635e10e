namespace SellerPortal.Features.PickupLocations;

/// <summary>Marks the texts of the pickup locations.</summary>
public sealed class PickupLocationsTexts;
