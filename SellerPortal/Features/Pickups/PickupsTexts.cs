namespace SellerPortal.Features.Pickups;

/// <summary>The texts of pickups.</summary>
public sealed class PickupsTexts;
