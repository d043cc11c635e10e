namespace SellerPortal.Features.Partners;

/// <summary>Marks the texts of the page of partners.</summary>
public sealed class PartnersTexts;
