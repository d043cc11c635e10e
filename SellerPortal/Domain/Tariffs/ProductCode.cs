namespace SellerPortal.Domain.Tariffs;

/// <summary>The products of the Department that the portal can quote, and book once their tariff is loaded.</summary>
public enum ProductCode
{
    /// <summary>Speed Post Document (SP_DOC): letters, papers and cards up to 500 g, by air, for everyone.</summary>
    SpeedPostDocument,

    /// <summary>Speed Post Parcel at the retail tariff (SP_PARCEL): by air, for everyone.</summary>
    SpeedPostParcel,

    /// <summary>India Post Parcel Contractual (BUSINESS_PARCEL): surface, for sellers with a contract.</summary>
    BusinessParcel,

    /// <summary>Speed Post Parcel at the contractual tariff (SP_PARCEL_CONTRACT): by air, for sellers with a contract.</summary>
    SpeedPostParcelContract,

    /// <summary>India Post Parcel at the retail tariff (IPP_RETAIL): surface, for everyone.</summary>
    IndiaPostParcelRetail,
}

/// <summary>The codes under which products are known outside the program: in files, in the database and in the API.</summary>
public static class ProductCodes
{
    /// <summary>The code as it is written in files, in the database and in the API, such as SP_PARCEL.</summary>
    public static string ToCode(this ProductCode product) => product switch
    {
        ProductCode.SpeedPostDocument => "SP_DOC",
        ProductCode.SpeedPostParcel => "SP_PARCEL",
        ProductCode.BusinessParcel => "BUSINESS_PARCEL",
        ProductCode.SpeedPostParcelContract => "SP_PARCEL_CONTRACT",
        ProductCode.IndiaPostParcelRetail => "IPP_RETAIL",
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, "There is no such product."),
    };

    /// <summary>Finds the product of a written code; letters must be capitals.</summary>
    public static bool TryParse(string? code, out ProductCode product)
    {
        foreach (var candidate in Enum.GetValues<ProductCode>())
        {
            if (candidate.ToCode() != code) continue;
            product = candidate;
            return true;
        }

        product = default;
        return false;
    }
}
