using SellerPortal.Features.Tracking.Intake;

namespace SellerPortal.Tests.Features.Tracking;

/// <summary>Every event that is refused says where it is wrong, what is wrong and what to do.</summary>
public sealed class FeedFaultsTests
{
    public static TheoryData<FeedFault> Faults { get; } = [.. Enum.GetValues<FeedFault>()];

    [Theory, MemberData(nameof(Faults))]
    public void Fault_OfAnEvent_HasAPlaceAReasonAndARemedy(FeedFault fault)
    {
        var rejected = new RejectedEvent(0, "EE123456785IN", "ITEM_BOOK", fault, fault == FeedFault.WrongType ? "remark" : null);
        Assert.Equal(fault == FeedFault.NotAnEvent, rejected.Pointer().Length == 0);
        Assert.Equal(fault == FeedFault.WrongType, rejected.Pointer() == "/remark");
        Assert.All([rejected.Sentence(), rejected.Remedy()], sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.NotEqual(rejected.Sentence(), rejected.Remedy());
    }
}
