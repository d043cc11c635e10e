namespace SellerPortal.Resources;

/// <summary>Marks the words of the post: scans, reasons of failed deliveries, products.</summary>
public sealed class PostTexts;
