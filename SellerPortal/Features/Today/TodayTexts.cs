namespace SellerPortal.Features.Today;

/// <summary>Marks the texts of the page after signing in.</summary>
public sealed class TodayTexts;
