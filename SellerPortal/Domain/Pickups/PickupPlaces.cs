using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Pickups;

/// <summary>
/// How many pickups an office has in one slot of one day. Only counted in the database, within the transaction that
/// makes or ends a pickup: of many who ask for the last place, one gets it.
/// </summary>
public sealed class PickupPlaces
{
    private PickupPlaces()
    {
    }

    public Pincode OfficePincode { get; private set; }

    /// <summary>The name of the office; several can share a pincode.</summary>
    public string Office { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public PickupSlot Slot { get; private set; }

    public int Taken { get; private set; }
}
