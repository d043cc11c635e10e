namespace SellerPortal.Features.Deposits;

/// <summary>Marks the texts of the pages of deposits.</summary>
public sealed class DepositsTexts;
