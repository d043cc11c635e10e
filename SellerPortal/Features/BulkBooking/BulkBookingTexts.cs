namespace SellerPortal.Features.BulkBooking;

/// <summary>Texts of bulk booking.</summary>
public sealed class BulkBookingTexts;
