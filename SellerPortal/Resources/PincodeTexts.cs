namespace SellerPortal.Resources;

/// <summary>What every place that takes a pincode says about it.</summary>
public sealed class PincodeTexts;
