namespace SellerPortal.Features.ParcelChanges;

/// <summary>Marks the texts of the page that changes a booked parcel.</summary>
public sealed class ParcelChangesTexts;
