using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Printing;

/// <summary>Everything that stands on one label. Captions are added in English, which every office on the way reads.</summary>
public sealed record LabelContent
{
    public required ArticleNumber Article { get; init; }

    /// <summary>Decides the heading.</summary>
    public required ProductCode Product { get; init; }

    public required PostalAddress Sender { get; init; }

    public required PostalAddress Addressee { get; init; }

    /// <summary>GEMC- and fifteen digits; without it the label carries no GeM mark.</summary>
    public string? GemContract { get; init; }

    /// <summary>The office that books the article.</summary>
    public required string BookingOffice { get; init; }

    public required Pincode BookingPincode { get; init; }

    /// <summary>Printed in Indian time, whatever its offset.</summary>
    public required DateTimeOffset BookedAt { get; init; }

    public required string DeliveryOffice { get; init; }

    /// <summary>The ten-digit DoP customer id.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The eight-digit contract number; with it the label says that postage is prepaid under a contract.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>The weight on the scale.</summary>
    public required Weight PhysicalWeight { get; init; }

    /// <summary>The weight that was charged.</summary>
    public required Weight ChargedWeight { get; init; }

    /// <summary>The outer measures, when they are known; the volumetric weight follows from them.</summary>
    public Dimensions? Size { get; init; }

    /// <summary>Postage and add-ons with tax.</summary>
    public required Money Amount { get; init; }

    public IReadOnlyList<AddOn> AddOns { get; init; } = [];

    /// <summary>What the addressee pays at delivery, if anything.</summary>
    public Money? CollectOnDelivery { get; init; }

    /// <summary>The value the article is insured for, if it is.</summary>
    public Money? InsuredValue { get; init; }

    /// <summary>The seller's own order number.</summary>
    public string? Order { get; init; }

    public string? Invoice { get; init; }

    /// <summary>True for a label that must never be posted: it says TEST.</summary>
    public bool IsTest { get; init; }

    /// <summary>True for a sample to try a printer with: its barcode is no article number.</summary>
    public bool IsSample { get; init; }
}
