namespace SellerPortal.Features.Returns;

/// <summary>The texts of returns.</summary>
public sealed class ReturnsTexts;
