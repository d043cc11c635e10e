using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Pickups;

/// <summary>An office whose agents have places in their slots; in the test mode it has places of its own, and nobody comes.</summary>
/// <param name="Pincode">Its pincode.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsTest">True for the made-up office of the same name.</param>
public readonly record struct SlotOffice(Pincode Pincode, string Name, bool IsTest)
{
    private const string Mark = " (test)";

    /// <summary>The name under which its places are counted; as long as a name may be at most.</summary>
    public string Key => IsTest ? Name[..Math.Min(Name.Length, PostOffice.LongestName - Mark.Length)] + Mark : Name;
}
