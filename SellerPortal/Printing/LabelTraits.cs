using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Printing;

/// <summary>What decides the fixed part of a label: its headings, captions and rules. Labels with the same traits share it.</summary>
internal readonly record struct LabelTraits(ProductCode Product, bool Gem, bool Contract, bool CollectOnDelivery)
{
    /// <summary>The heading, as the Department names the product on its own labels.</summary>
    public string Heading => HeadingOf(Product);

    /// <summary>The name of a product on paper.</summary>
    public static string HeadingOf(ProductCode product) => product switch
    {
        ProductCode.SpeedPostDocument => "SPEED POST",
        ProductCode.SpeedPostParcel => "SPEED POST PARCEL",
        ProductCode.SpeedPostParcelContract => "SPEED POST PARCEL (CONTRACTUAL)",
        ProductCode.BusinessParcel => "INDIA POST PARCEL (CONTRACTUAL)",
        ProductCode.IndiaPostParcelRetail => "INDIA POST PARCEL",
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, "There is no such product."),
    };

    public static LabelTraits Of(LabelContent content) =>
        new(content.Product, content.GemContract is not null, content.ContractNumber is not null, content.CollectOnDelivery is not null);
}
