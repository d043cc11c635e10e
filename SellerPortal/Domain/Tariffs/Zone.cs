namespace SellerPortal.Domain.Tariffs;

/// <summary>The zone of a parcel between two pincodes.</summary>
public enum Zone
{
    Local,
    WithinState,
    ZoneMetro,
    OtherStates,
}

/// <summary>Which rule gave the zone; the first that holds, in this order.</summary>
public enum ZoneRule
{
    /// <summary>Both ends have the same pincode: local.</summary>
    SamePincode,

    /// <summary>Both ends are in one local group: local.</summary>
    SameLocalGroup,

    /// <summary>Both ends are in the same state of the directory: within state.</summary>
    SameState,

    /// <summary>The first digits of the PINs are 1–2, 3–4, 5–6 or 7–8 together: zone/metro.</summary>
    SameRegion,

    /// <summary>Both ends are in metros: zone/metro.</summary>
    BothMetro,

    /// <summary>None of the others: other states.</summary>
    Otherwise,
}

/// <summary>The kinds of route that the time norms know; the first that holds, in this order.</summary>
public enum DeliveryRoute
{
    Local,
    MetroToMetro,
    CapitalToCapital,
    SameState,
    Rest,
}
