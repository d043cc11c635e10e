namespace SellerPortal.Features.Sellers;

/// <summary>The pickup address as typed.</summary>
public class PickupForm
{
    public string? Mobile { get; set; }

    /// <summary>The person parcels are fetched from; the legal name when left empty.</summary>
    public string? ContactName { get; set; }

    public string? Line1 { get; set; }

    public string? Line2 { get; set; }

    public string? Line3 { get; set; }

    public string? Pincode { get; set; }

    /// <summary>The district of the pincode when left empty.</summary>
    public string? City { get; set; }

    /// <summary>The state of the pincode when left empty.</summary>
    public string? State { get; set; }
}

/// <summary>What a seller states, as typed.</summary>
public class SellerForm : PickupForm
{
    public string? LegalName { get; set; }

    public string? Gstin { get; set; }

    public string? Pan { get; set; }

    public string? Udyam { get; set; }

    public string? GemSellerId { get; set; }
}

/// <summary>A new seller with the account that signs in.</summary>
public sealed class RegisterForm : SellerForm
{
    /// <summary>Made with the form and becomes the seller's id: the same form sent twice makes one seller.</summary>
    public Guid Key { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }
}
