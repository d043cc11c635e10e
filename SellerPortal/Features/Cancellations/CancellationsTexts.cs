namespace SellerPortal.Features.Cancellations;

/// <summary>The texts of cancelling and recalling.</summary>
public sealed class CancellationsTexts;
