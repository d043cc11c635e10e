namespace SellerPortal.Features.PickupAgents;

/// <summary>Marks the texts of the roster of pickup agents.</summary>
public sealed class PickupAgentsTexts;
