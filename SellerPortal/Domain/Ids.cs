namespace SellerPortal.Domain;

/// <summary>Names one shipment.</summary>
public readonly record struct ShipmentId(Guid Value)
{
    /// <summary>A new id that sorts by the time it was made.</summary>
    public static ShipmentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}

/// <summary>Names one seller.</summary>
public readonly record struct SellerId(Guid Value)
{
    /// <summary>A new id that sorts by the time it was made.</summary>
    public static SellerId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}

/// <summary>Names one manifest.</summary>
public readonly record struct ManifestId(Guid Value)
{
    /// <summary>A new id that sorts by the time it was made.</summary>
    public static ManifestId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}

/// <summary>Names one pickup.</summary>
public readonly record struct PickupId(Guid Value)
{
    /// <summary>A new id that sorts by the time it was made.</summary>
    public static PickupId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    public override string ToString() => Value.ToString();
}
