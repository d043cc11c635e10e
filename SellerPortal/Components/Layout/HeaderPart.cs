namespace SellerPortal.Components.Layout;

/// <summary>Something that a feature puts into the header of the portal, such as a bell.</summary>
/// <param name="Component">The component; it has no parameters and decides itself who sees it.</param>
public sealed record HeaderPart(Type Component);
