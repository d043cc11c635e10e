namespace SellerPortal.Domain;

/// <summary>Names one shipment.</summary>
public readonly record struct ShipmentId(Guid Value)
{
    /// <summary>A new id that sorts by the time it was made.</summary>
    public static ShipmentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>New ids for shipments that are booked together. The lists put the highest id first, so that these stand in a list in the order in which they are given here.</summary>
    public static ShipmentId[] NewInListOrder(DateTimeOffset now, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => New(now)).OrderByDescending(id => id.Value)];

    /// <summary>Ids compare as both databases compare them: byte by byte.</summary>
    public static bool operator <(ShipmentId one, ShipmentId other) => one.Value < other.Value;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(ShipmentId one, ShipmentId other) => one.Value > other.Value;

    public override string ToString() => Value.ToString();
}

/// <summary>
/// Names one seller. The id tells the world the seller lives in: in the test mode it is a UUID of version 8, otherwise
/// of version 7, so that whoever holds an id knows which one without asking.
/// </summary>
public readonly record struct SellerId(Guid Value)
{
    private const int Live = 7;
    private const int Test = 8;

    /// <summary>True for a seller of the test mode: nothing it does reaches the post.</summary>
    public bool IsTest => Value.Version == Test;

    /// <summary>The same seller in the test mode.</summary>
    public SellerId Twin => new(OfVersion(Value, Test));

    /// <summary>A new id that sorts by the time it was made.</summary>
    public static SellerId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The id of the seller that is made under a key, wherever the key comes from: the same key, the same seller.</summary>
    /// <param name="key">Made by the caller or from its wish.</param>
    /// <param name="test">True for a seller of the test mode.</param>
    public static SellerId OfKey(Guid key, bool test = false) => new(OfVersion(key, test ? Test : Live));

    /// <summary>Ids compare as both databases compare them: byte by byte.</summary>
    public static bool operator <(SellerId one, SellerId other) => one.Value < other.Value;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(SellerId one, SellerId other) => one.Value > other.Value;

    public override string ToString() => Value.ToString();

    private static Guid OfVersion(Guid id, int version)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)((version << 4) | (bytes[6] & 0x0F));
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>Names one manifest.</summary>
public readonly record struct ManifestId(Guid Value)
{
    /// <summary>A new id that sorts by the time it was made.</summary>
    public static ManifestId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>Ids compare as both databases compare them: byte by byte.</summary>
    public static bool operator <(ManifestId one, ManifestId other) => one.Value < other.Value;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(ManifestId one, ManifestId other) => one.Value > other.Value;

    public override string ToString() => Value.ToString();
}

/// <summary>Names one pickup.</summary>
public readonly record struct PickupId(Guid Value)
{
    /// <summary>A new id that sorts by the time it was made.</summary>
    public static PickupId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>Ids compare as both databases compare them: byte by byte.</summary>
    public static bool operator <(PickupId one, PickupId other) => one.Value < other.Value;

    /// <inheritdoc cref="op_LessThan"/>
    public static bool operator >(PickupId one, PickupId other) => one.Value > other.Value;

    public override string ToString() => Value.ToString();
}
