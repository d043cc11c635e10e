using SellerPortal.Domain;
using SellerPortal.Platform;

namespace SellerPortal.Tests.Platform;

public sealed class ShipmentChangesTests
{
    private readonly ShipmentChanges changes = new();
    private readonly ShipmentId one = ShipmentId.New(DateTimeOffset.UnixEpoch);
    private readonly ShipmentId other = ShipmentId.New(DateTimeOffset.UnixEpoch);

    [Fact]
    public void Publish_ASubscribedShipment_TellsEveryListener()
    {
        var told = 0;
        using var first = changes.Subscribe(one, () => told++);
        using var second = changes.Subscribe(one, () => told++);
        changes.Publish([other, one]);
        Assert.Equal(2, told);
    }

    [Fact]
    public void Publish_AfterDispose_TellsNobody()
    {
        var told = 0;
        var first = changes.Subscribe(one, () => told++);
        var second = changes.Subscribe(one, () => told += 10);
        first.Dispose();
        changes.Publish([one]);
        second.Dispose();
        first.Dispose();
        changes.Publish([one]);
        Assert.Equal(10, told);
    }
}
