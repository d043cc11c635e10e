namespace SellerPortal.Resources;

/// <summary>Marks the texts that the address book, the boxes and the pickup locations share.</summary>
public sealed class EntryTexts;
