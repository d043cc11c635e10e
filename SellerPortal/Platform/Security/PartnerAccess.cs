using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Security;

/// <summary>How a partner such as GeM calls: with its own token, and in a header the seller it acts for.</summary>
public static class PartnerAccess
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "Partner";

    /// <summary>Where partners fetch tokens.</summary>
    public const string TokenEndpoint = "/oauth/token";

    /// <summary>The header that names the seller, one of those the partner registered.</summary>
    public const string SellerHeader = "Portal-Seller";

    /// <summary>400: a partner did not say for whom it acts.</summary>
    public static IResult SellerMissing() => Problems.Invalid(new Problems.FieldFault(
        SellerHeader, "seller_missing", $"A partner says in the header {SellerHeader} for which seller it acts.", "Send the id that registering the seller answered with."));
}
