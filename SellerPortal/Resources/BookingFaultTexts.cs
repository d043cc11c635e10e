namespace SellerPortal.Resources;

/// <summary>What can be wrong with a booking, each fault by its name.</summary>
public sealed class BookingFaultTexts;
