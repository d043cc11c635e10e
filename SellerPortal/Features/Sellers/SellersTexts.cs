namespace SellerPortal.Features.Sellers;

/// <summary>Texts of registration and of the admin's list of sellers.</summary>
public sealed class SellersTexts;
