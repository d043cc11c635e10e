namespace SellerPortal.Features.Manifests;

/// <summary>Names the texts of this feature.</summary>
public sealed class ManifestsTexts;
