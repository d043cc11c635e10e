namespace SellerPortal.Domain.Addresses;

/// <summary>
/// The postal and civil surroundings that neighbouring offices share; some 15,000 of them serve 165,000 offices.
/// </summary>
public sealed record PostalArea
{
    /// <summary>The number of the area, 1 and up, in the order of the directory.</summary>
    public required int Id { get; init; }

    public required string Division { get; init; }

    /// <summary>The postal region; empty where a circle has none.</summary>
    public required string Region { get; init; }

    public required string Circle { get; init; }

    /// <summary>The taluk, tehsil or mandal; often empty.</summary>
    public required string Taluk { get; init; }

    public required string District { get; init; }

    public required string State { get; init; }
}
