namespace SellerPortal.Features.ParcelPresets;

/// <summary>Marks the texts of the boxes.</summary>
public sealed class ParcelPresetsTexts;
