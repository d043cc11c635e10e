namespace SellerPortal.Features.Labels;

/// <summary>Names the texts of this feature.</summary>
public sealed class LabelsTexts;
