using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Tariffs;

/// <summary>What two pincodes mean for price and time: zone, distance and kind of route.</summary>
public sealed class Route
{
    private Route(PincodeEntry from, PincodeEntry to, ZoneRule rule, DeliveryRoute delivery, PostalPlace? fromPlace, PostalPlace? toPlace)
    {
        (From, To, Rule, Delivery, FromPlace, ToPlace) = (from, to, rule, delivery, fromPlace, toPlace);
        Zone = rule switch
        {
            ZoneRule.SamePincode or ZoneRule.SameLocalGroup => Zone.Local,
            ZoneRule.SameState => Zone.WithinState,
            ZoneRule.SameRegion or ZoneRule.BothMetro => Zone.ZoneMetro,
            _ => Zone.OtherStates,
        };
    }

    public PincodeEntry From { get; }

    public PincodeEntry To { get; }

    public Zone Zone { get; }

    /// <summary>Why it is this zone.</summary>
    public ZoneRule Rule { get; }

    /// <summary>The kind of route of the time norms.</summary>
    public DeliveryRoute Delivery { get; }

    /// <summary>The metro, local group or capital at the sender's end, if any.</summary>
    public PostalPlace? FromPlace { get; }

    /// <summary>The metro, local group or capital at the addressee's end, if any.</summary>
    public PostalPlace? ToPlace { get; }

    /// <summary>
    /// Great-circle kilometres between the two centres. India Post does not publish how it measures: an estimate.
    /// </summary>
    public double Kilometres => From.Centre.KilometresTo(To.Centre);

    /// <summary>Finds the route between two pincodes.</summary>
    public static Route Between(PincodeEntry from, PincodeEntry to, PostalPlaces places)
    {
        var fromPlace = places.Find(from.Pincode);
        var toPlace = places.Find(to.Pincode);
        var rule = RuleOf(from, to, fromPlace, toPlace);
        return new Route(from, to, rule, DeliveryOf(from, to, rule, fromPlace, toPlace), fromPlace, toPlace);
    }

    private static ZoneRule RuleOf(PincodeEntry from, PincodeEntry to, PostalPlace? fromPlace, PostalPlace? toPlace)
    {
        if (from.Pincode.Value == to.Pincode.Value) return ZoneRule.SamePincode;
        if (fromPlace is { IsLocalGroup: true } && toPlace is { IsLocalGroup: true } && fromPlace.Name == toPlace.Name) return ZoneRule.SameLocalGroup;
        if (SameState(from, to)) return ZoneRule.SameState;
        if (RegionPair(from.Pincode) is var pair and >= 0 && pair == RegionPair(to.Pincode)) return ZoneRule.SameRegion;
        return fromPlace is { IsMetro: true } && toPlace is { IsMetro: true } ? ZoneRule.BothMetro : ZoneRule.Otherwise;
    }

    private static DeliveryRoute DeliveryOf(PincodeEntry from, PincodeEntry to, ZoneRule rule, PostalPlace? fromPlace, PostalPlace? toPlace)
    {
        if (rule is ZoneRule.SamePincode or ZoneRule.SameLocalGroup) return DeliveryRoute.Local;
        if (fromPlace is { IsMetro: true } && toPlace is { IsMetro: true }) return DeliveryRoute.MetroToMetro;
        if (fromPlace is { IsCapital: true } && toPlace is { IsCapital: true }) return DeliveryRoute.CapitalToCapital;
        return SameState(from, to) ? DeliveryRoute.SameState : DeliveryRoute.Rest;
    }

    /// <summary>The Army post has no state, and no state is not the same state.</summary>
    private static bool SameState(PincodeEntry from, PincodeEntry to) => from.State.Length > 0 && string.Equals(from.State, to.State, StringComparison.Ordinal);

    /// <summary>1–2, 3–4, 5–6, 7–8 are 0 to 3; the Army post (9) belongs to no pair.</summary>
    private static int RegionPair(Pincode pincode) => pincode.Region <= 8 ? (pincode.Region - 1) / 2 : -1;
}
