namespace SellerPortal.Domain.Addresses;

/// <summary>One post office of the All India Pincode Directory.</summary>
public sealed record PostOffice
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    /// <summary>The number of the row, 1 and up, in the order of the directory.</summary>
    public required int Id { get; init; }

    public required Pincode Pincode { get; init; }

    /// <summary>The name as the directory writes it, mostly with the type behind it ("Raipur HO").</summary>
    public required string Name { get; init; }

    public required PostOfficeType Type { get; init; }

    /// <summary>True when postmen deliver from here.</summary>
    public required bool Delivers { get; init; }

    /// <summary>The number of <see cref="Area"/>.</summary>
    public required int AreaId { get; init; }

    /// <summary>What the office has in common with its neighbours.</summary>
    public required PostalArea Area { get; init; }

    public string Division => Area.Division;

    /// <summary>The postal region; empty where a circle has none.</summary>
    public string Region => Area.Region;

    public string Circle => Area.Circle;

    /// <summary>The taluk, tehsil or mandal; often empty.</summary>
    public string Taluk => Area.Taluk;

    /// <summary>The district of this office, which can differ from its pincode's main district.</summary>
    public string District => Area.District;

    public string State => Area.State;

    /// <summary>Decimal degrees north; null when the directory knows no point for this office.</summary>
    public double? Latitude { get; init; }

    /// <summary>Decimal degrees east; null together with <see cref="Latitude"/>.</summary>
    public double? Longitude { get; init; }

    /// <summary>The office's own point, if it has one.</summary>
    public GeoPoint? Point => Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;

    /// <summary>True when articles are booked and picked up here: a delivery office that is no branch office.</summary>
    public bool IsBookable => Delivers && Type != PostOfficeType.Branch;
}

/// <summary>The rank of a post office; the order is the order of lists.</summary>
public enum PostOfficeType
{
    /// <summary>Head office, HO.</summary>
    Head,

    /// <summary>Sub office, SO.</summary>
    Sub,

    /// <summary>Branch office, BO; takes articles up to 10 kg.</summary>
    Branch,
}

/// <summary>The short forms of <see cref="PostOfficeType"/>: HO, SO, BO.</summary>
public static class PostOfficeTypes
{
    /// <summary>HO, SO or BO.</summary>
    public static string ToCode(this PostOfficeType type) => type switch
    {
        PostOfficeType.Head => "HO",
        PostOfficeType.Sub => "SO",
        PostOfficeType.Branch => "BO",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such type of post office."),
    };

    /// <summary>The type of a short form.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public static PostOfficeType FromCode(string code) => code switch
    {
        "HO" => PostOfficeType.Head,
        "SO" => PostOfficeType.Sub,
        "BO" => PostOfficeType.Branch,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such type of post office."),
    };
}

/// <summary>The office that books and picks up the articles of a pincode.</summary>
/// <param name="Office">A bookable office.</param>
/// <param name="Kilometres">Great-circle distance from the centre of the pincode; 0 for an office of the pincode itself.</param>
/// <param name="IsOfAnotherPincode">True when the pincode has no bookable office of its own and this one lies nearest.</param>
public sealed record BookingOffice(PostOffice Office, double Kilometres, bool IsOfAnotherPincode);
