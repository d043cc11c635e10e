namespace SellerPortal.Features.TariffAdmin;

/// <summary>The texts of the tariffs page.</summary>
public sealed class TariffAdminTexts;
