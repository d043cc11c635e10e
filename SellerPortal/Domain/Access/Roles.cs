namespace SellerPortal.Domain.Access;

/// <summary>What an account may be. An account has one role or several.</summary>
public static class Roles
{
    /// <summary>Books and follows the shipments of one seller.</summary>
    public const string Seller = "Seller";

    /// <summary>Serves walk-in sellers at a Common Service Centre.</summary>
    public const string CscOperator = "CscOperator";

    /// <summary>Works in a post office, with a scanner.</summary>
    public const string PostalStaff = "PostalStaff";

    /// <summary>Keeps sellers, tariffs, directory and numbers.</summary>
    public const string Admin = "Admin";

    /// <summary>All roles, for seeding and tests.</summary>
    public static IReadOnlyList<string> All { get; } = [Seller, CscOperator, PostalStaff, Admin];
}
