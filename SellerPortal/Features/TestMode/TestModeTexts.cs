namespace SellerPortal.Features.TestMode;

/// <summary>Marks the texts of the test mode.</summary>
public sealed class TestModeTexts;
