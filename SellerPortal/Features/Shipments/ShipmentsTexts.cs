namespace SellerPortal.Features.Shipments;

/// <summary>Marks the texts of the list of shipments, of one shipment and of the start page.</summary>
public sealed class ShipmentsTexts;
