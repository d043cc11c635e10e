namespace SellerPortal.Features.Accounts;

/// <summary>Texts of signing in and of one's account.</summary>
public sealed class AccountsTexts;
