namespace SellerPortal.Components.Layout;

/// <summary>A bar that a feature lays across the top of every page behind the sign-in.</summary>
/// <param name="Component">The component; it has no parameters and decides itself who sees it.</param>
public sealed record TopBar(Type Component);
