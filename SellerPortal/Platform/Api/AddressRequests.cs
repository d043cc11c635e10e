using System.ComponentModel.DataAnnotations;

namespace SellerPortal.Platform.Api;

/// <summary>Where within a pincode.</summary>
public abstract record AddressLinesRequest
{
    /// <summary>House, street, village.</summary>
    [MaxLength(200)]
    public required string Line1 { get; init; }

    [MaxLength(200)]
    public string? Line2 { get; init; }

    [MaxLength(200)]
    public string? Line3 { get; init; }
}

/// <summary>Where a parcel goes, or comes from.</summary>
public abstract record PostalAddressRequest : AddressLinesRequest
{
    /// <summary>The district of the pincode when left out.</summary>
    [MaxLength(100)]
    public string? City { get; init; }

    /// <summary>The state of the pincode when left out.</summary>
    [MaxLength(100)]
    public string? State { get; init; }

    /// <summary>Six digits.</summary>
    [MaxLength(10)]
    public required string Pincode { get; init; }

    /// <summary>An Indian mobile number, with or without +91.</summary>
    [MaxLength(20)]
    public required string Mobile { get; init; }
}
