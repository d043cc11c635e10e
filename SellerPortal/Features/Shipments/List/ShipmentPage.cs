using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments.List;

/// <summary>One page of the list.</summary>
public sealed record ShipmentPage
{
    public required IReadOnlyList<ShipmentRow> Rows { get; init; }

    /// <summary>How many there are on all pages; above <see cref="ShipmentTiles.HighestCount"/> it is not counted on, and null where counting would be slow.</summary>
    public int? Total { get; init; }

    /// <summary>Where the page before begins; null when it is the first one.</summary>
    public ListPlace? Previous { get; init; }

    /// <summary>Where the page after begins; null on the last.</summary>
    public ListPlace? Next { get; init; }

    /// <summary>True when the text was too short to be searched for among all.</summary>
    public bool SearchedOnlyNewest { get; init; }
}
