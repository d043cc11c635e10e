using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Values;

namespace SellerPortal.Printing.Manifests;

/// <summary>Everything that stands on one customer declaration.</summary>
public sealed record DeclarationContent
{
    /// <summary>Thirteen characters without spaces.</summary>
    public required string Article { get; init; }

    /// <summary>The product as the label names it.</summary>
    public required Domain.Tariffs.ProductCode Product { get; init; }

    public required PostalAddress Sender { get; init; }

    public required PostalAddress Addressee { get; init; }

    public required string Contents { get; init; }

    /// <summary>What the goods are worth; null when the sender declared nothing.</summary>
    public Money? Value { get; init; }

    public required Weight Weight { get; init; }

    /// <summary>The office that books the article.</summary>
    public required string BookingOffice { get; init; }

    /// <summary>True when the product flies; then goods that must not fly are declared absent too.</summary>
    public required bool ByAir { get; init; }
}
