namespace SellerPortal.Features.ApiKeys;

/// <summary>Marks the texts of the page of API keys.</summary>
public sealed class ApiKeysTexts;
