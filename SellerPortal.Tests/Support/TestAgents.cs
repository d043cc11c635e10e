using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Tests.Support;

/// <summary>Pickup agents for tests.</summary>
public static class TestAgents
{
    private static readonly DateTimeOffset Added = new(2026, 11, 1, 5, 0, 0, TimeSpan.Zero);

    /// <summary>An active agent of the office that fetches from a pincode.</summary>
    public static PickupAgent New(string name = "Ramesh Kori", string mobile = "9826010101", string pincode = "482001", Guid? id = null)
    {
        Assert.Empty(AgentFacts.Check(new TypedAgentFacts(pincode, name, mobile), RealDirectory.Value, out var facts));
        return PickupAgent.Add(id ?? Guid.CreateVersion7(), facts!, by: null, Added);
    }

    /// <summary>Where the agents of a pincode are counted.</summary>
    public static SlotOffice Office(string pincode = "482001", bool isTest = false)
    {
        RealDirectory.Value.Check(pincode, out var place);
        var office = RealDirectory.Value.BookingOfficeFor(place!.Pincode)!.Office;
        return new SlotOffice(office.Pincode, office.Name, isTest);
    }
}
