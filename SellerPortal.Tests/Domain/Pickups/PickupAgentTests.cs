using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Pickups;

public sealed class PickupAgentTests
{
    [Theory]
    [InlineData("482001", "Ramesh Kori", "98260 10101")]
    [InlineData("482 001", " रमेश  कोरी ", "+91-98260-10101", "482001", "रमेश कोरी")]
    [InlineData("", "", "", AgentFault.PincodeWrong, AgentFault.NameMissing, AgentFault.MobileMissing)]
    [InlineData(null, null, null, AgentFault.PincodeWrong, AgentFault.NameMissing, AgentFault.MobileMissing)]
    [InlineData("999999", " \t ", "12345", AgentFault.PincodeWrong, AgentFault.NameMissing, AgentFault.MobileWrong)]
    [InlineData("४८२००१", "Ramesh", "९८२६०१०१०१", AgentFault.PincodeWrong, AgentFault.MobileWrong)]
    [InlineData("482001", "Ramesh", "022 2345 6789", AgentFault.MobileWrong)]
    [InlineData("482001", "Ram\u0007esh", "9826010101", AgentFault.NameWrong)]
    public void Check_WhatWasTyped_SaysAllThatIsWrong(string? pincode, string? name, string? mobile, params object[] expected)
    {
        var faults = AgentFacts.Check(new TypedAgentFacts(pincode, name, mobile), RealDirectory.Value, out var facts);
        Assert.Equal(expected.OfType<AgentFault>(), faults);
        if (faults.Count > 0)
        {
            Assert.Null(facts);
            return;
        }

        Assert.Equal((TestAgents.Office().Name, 482001, "9826010101"), (facts!.Office, facts.OfficePincode.Value, facts.Mobile.Value));
        Assert.Equal(expected.Length > 1 ? expected[1] : "Ramesh Kori", facts.Name);
    }

    [Fact]
    public void Check_ANameOf80Characters_IsTheLongest()
    {
        Assert.Empty(AgentFacts.Check(new TypedAgentFacts("482001", new string('अ', 80), "9826010101"), RealDirectory.Value, out _));
        Assert.Equal([AgentFault.NameWrong], AgentFacts.Check(new TypedAgentFacts("482001", new string('अ', 81), "9826010101"), RealDirectory.Value, out _));
    }

    [Fact]
    public void Check_APincodeWithoutAnOfficeOfItsOwn_FindsTheOneThatPickupsFind()
    {
        var directory = RealDirectory.Value;
        var far = Enumerable.Range(110_001, 780_000).Select(number => number.ToString("D6", null))
            .First(pincode => directory.Check(pincode, out var place) == PincodeFault.None && directory.BookingOfficeFor(place!.Pincode) is { IsOfAnotherPincode: true });
        Assert.Empty(AgentFacts.Check(new TypedAgentFacts(far, "Ramesh", "9826010101"), directory, out var facts));
        Assert.NotEqual(far, facts!.OfficePincode.ToString());
        Assert.True(TestAgents.New(pincode: far).Serves(TestAgents.Office(far)));
    }

    [Fact]
    public void LetGo_AndTakeBack_AreEachPossibleOnce()
    {
        var agent = TestAgents.New();
        var office = TestAgents.Office();
        Assert.True(agent.Serves(office));
        Assert.False(agent.Serves(office with { IsTest = true }));
        Assert.False(agent.Serves(office with { Name = "Elsewhere" }));
        Assert.Equal("pickup_agent.active", Assert.Throws<DomainRuleException>(agent.TakeBack).Code);
        agent.LetGo(agent.AddedAt.AddDays(1));
        Assert.False(agent.Serves(office));
        Assert.Equal("pickup_agent.left", Assert.Throws<DomainRuleException>(() => agent.LetGo(agent.AddedAt)).Code);
        Assert.Equal(agent.AddedAt.AddDays(1), agent.LeftAt);
        agent.TakeBack();
        Assert.True(agent.Serves(office));
    }
}
