namespace SellerPortal.Features.Tracking;

/// <summary>Marks the texts of the event feed and of tracking.</summary>
public sealed class TrackingTexts;
