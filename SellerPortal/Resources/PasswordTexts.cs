namespace SellerPortal.Resources;

/// <summary>Texts about new passwords.</summary>
public sealed class PasswordTexts;
