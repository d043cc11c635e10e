namespace SellerPortal.Resources;

/// <summary>Marks the texts that belong to no single feature: navigation, states, units, errors.</summary>
public sealed class SharedTexts;
