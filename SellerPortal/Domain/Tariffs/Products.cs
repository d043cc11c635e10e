using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Tariffs;

/// <summary>How a product travels; it decides the time norm.</summary>
public enum TransportMode
{
    /// <summary>Speed Post: by air.</summary>
    Air,

    /// <summary>By road and rail.</summary>
    Surface,
}

/// <summary>What is posted.</summary>
public enum ArticleKind
{
    /// <summary>Goods, at every weight.</summary>
    Parcel,

    /// <summary>Letters, papers and cards.</summary>
    Document,
}

/// <summary>What holds of a product whatever its tariff (Post Office Regulations 2024, product limits).</summary>
public static class Products
{
    /// <summary>The heaviest article for which a branch office is the delivering one, in grams.</summary>
    public const int BranchOfficeGrams = 10_000;

    /// <summary>The longest side of a parcel: 150 cm.</summary>
    public const int LongestSideMm = 1_500;

    /// <summary>The smallest parcel: 14 × 9 × 1 cm.</summary>
    public static readonly Dimensions SmallestParcel = new(140, 90, 10);

    /// <summary>The largest document: 42 × 29 × 2 cm.</summary>
    public static readonly Dimensions LargestDocument = new(420, 290, 20);

    /// <summary>Every product, in the order in which they are shown.</summary>
    public static IReadOnlyList<ProductCode> All { get; } = Enum.GetValues<ProductCode>();

    /// <summary>By air or surface.</summary>
    public static TransportMode Mode(this ProductCode product) => product switch
    {
        ProductCode.SpeedPostDocument or ProductCode.SpeedPostParcel or ProductCode.SpeedPostParcelContract => TransportMode.Air,
        ProductCode.BusinessParcel or ProductCode.IndiaPostParcelRetail => TransportMode.Surface,
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, "There is no such product."),
    };

    /// <summary>True for the products that only sellers with a contract can book.</summary>
    public static bool IsContractual(this ProductCode product) =>
        product is ProductCode.BusinessParcel or ProductCode.SpeedPostParcelContract;

    /// <summary>True for the one product that carries papers and is priced by distance.</summary>
    public static bool IsDocument(this ProductCode product) => product == ProductCode.SpeedPostDocument;

    /// <summary>The heaviest article on the scale: 500 g for documents, 20 kg retail, 35 kg contractual.</summary>
    public static Weight HeaviestArticle(this ProductCode product) =>
        new(product.IsDocument() ? 500 : product.IsContractual() ? 35_000 : 20_000);
}
