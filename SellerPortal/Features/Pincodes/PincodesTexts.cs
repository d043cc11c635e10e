namespace SellerPortal.Features.Pincodes;

/// <summary>The texts of the pincode page and its endpoints.</summary>
public sealed class PincodesTexts;
