namespace SellerPortal.Domain.Addresses;

/// <summary>
/// What the directory knows about one pincode as a whole. A pincode's state is fixed here; its district is the
/// main one only, because many pincodes span several.
/// </summary>
public sealed record PincodeEntry
{
    public required Pincode Pincode { get; init; }

    /// <summary>The main district; empty where the directory names none.</summary>
    public required string District { get; init; }

    /// <summary>The state or union territory; empty for the Army post.</summary>
    public required string State { get; init; }

    /// <summary>The centre of the area served.</summary>
    public required GeoPoint Centre { get; init; }

    /// <summary>How far the centre can be trusted.</summary>
    public required CentreConfidence Confidence { get; init; }

    /// <summary>True when at least one office of the pincode delivers.</summary>
    public required bool Delivers { get; init; }

    /// <summary>The office the pincode is named after.</summary>
    public required string MainOffice { get; init; }
}

/// <summary>How far a pincode's centre can be trusted; about a quarter of the medium ones are more than 25 km off.</summary>
public enum CentreConfidence
{
    Low,
    Medium,
    High,
}
