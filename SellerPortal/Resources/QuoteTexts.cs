namespace SellerPortal.Resources;

/// <summary>The words of prices: zones, slabs, how a price came about, and why there is none.</summary>
public sealed class QuoteTexts;
