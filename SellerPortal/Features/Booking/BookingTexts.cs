namespace SellerPortal.Features.Booking;

/// <summary>Names the texts of the booking page.</summary>
public sealed class BookingTexts;
