namespace SellerPortal.Features.Quotes;

/// <summary>The texts of the price page and its endpoint.</summary>
public sealed class QuotesTexts;
