using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Shipments;

/// <summary>What is posted: weight, size, contents and worth.</summary>
public sealed record Parcel
{
    /// <summary>The weight on the scale, in grams.</summary>
    public required int WeightGrams { get; init; }

    /// <summary>The weight that is charged: the greater of actual and volumetric.</summary>
    public required int ChargeableGrams { get; init; }

    /// <summary>Outer length in millimetres; null when no size was given.</summary>
    public int? LengthMm { get; init; }

    public int? BreadthMm { get; init; }

    public int? HeightMm { get; init; }

    public required string Contents { get; init; }

    /// <summary>What the goods are worth, in whole rupees; null when not declared.</summary>
    public int? DeclaredValueRupees { get; init; }

    /// <summary>The size, when all three measures are known.</summary>
    public Dimensions? Size =>
        LengthMm is { } length && BreadthMm is { } breadth && HeightMm is { } height ? new Dimensions(length, breadth, height) : null;
}
