namespace SellerPortal.Features.Home;

/// <summary>Marks the texts of the information pages: about, help, contact and the rest.</summary>
public sealed class InfoTexts;
