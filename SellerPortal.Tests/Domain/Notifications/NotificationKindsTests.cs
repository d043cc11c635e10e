using SellerPortal.Domain;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Tests.Domain.Notifications;

public sealed class NotificationKindsTests
{
    private static readonly SellerId Seller = SellerId.New(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(null, ShipmentStatus.Booked, false, NotificationKind.Booked)]
    [InlineData(ShipmentStatus.Booked, ShipmentStatus.Booked, false, NotificationKind.PickedUp)]
    [InlineData(ShipmentStatus.Booked, ShipmentStatus.InTransit, false, null)]
    [InlineData(ShipmentStatus.OnHold, ShipmentStatus.InTransit, false, null)]
    [InlineData(ShipmentStatus.InTransit, ShipmentStatus.OutForDelivery, false, NotificationKind.OutForDelivery)]
    [InlineData(ShipmentStatus.OutForDelivery, ShipmentStatus.AttemptFailed, false, NotificationKind.Failed)]
    [InlineData(ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, false, NotificationKind.Delivered)]
    [InlineData(ShipmentStatus.InTransit, ShipmentStatus.Returning, false, null)]
    [InlineData(ShipmentStatus.InTransit, ShipmentStatus.Returning, true, NotificationKind.Recalled)]
    [InlineData(ShipmentStatus.Returning, ShipmentStatus.Returned, true, NotificationKind.Returned)]
    [InlineData(ShipmentStatus.Booked, ShipmentStatus.Cancelled, false, NotificationKind.Cancelled)]
    [InlineData(ShipmentStatus.InTransit, ShipmentStatus.OnHold, false, null)]
    public void Of_AChange_IsWhatItMeans(ShipmentStatus? before, ShipmentStatus status, bool recalled, NotificationKind? expected) =>
        Assert.Equal(expected, NotificationKinds.Of(before, status, recalled));

    [Fact]
    public void Of_EveryStatus_IsDecided()
    {
        foreach (var status in Enum.GetValues<ShipmentStatus>()) NotificationKinds.Of(ShipmentStatus.InTransit, status, recalled: false);
    }

    [Fact]
    public void Plan_EveryKindChosen_IsReadAsItWasWritten()
    {
        var all = NotificationKinds.All.ToHashSet();
        var receivers = Enumerable.Range(0, NotificationPlan.MostReceivers).Select(i => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(i))).ToList();
        var plan = NotificationPlan.Usual(Seller);
        plan.Choose(new NotificationWish { Mail = all, Portal = all, Consignee = all, Receivers = receivers, Language = LetterLanguage.Hindi });
        var wish = plan.Wish();
        Assert.Equal(all, wish.Mail);
        Assert.Equal(all, wish.Portal);
        Assert.Equal(NotificationKinds.ForConsignees.Order(), wish.Consignee.Order());
        Assert.Equal(receivers, wish.Receivers);
        Assert.Equal(LetterLanguage.Hindi, wish.Language);
        Assert.InRange(plan.MailKinds.Length, 1, NotificationPlan.LongestKinds);
        Assert.InRange(plan.Receivers.Length, 1, NotificationPlan.LongestReceivers);
    }

    [Fact]
    public void Plan_MoreReceiversThanAllowed_IsRefused()
    {
        var receivers = Enumerable.Range(0, NotificationPlan.MostReceivers + 1).Select(i => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(i))).ToList();
        var wish = NotificationPlan.Usual(Seller).Wish() with { Receivers = receivers };
        Assert.Throws<DomainRuleException>(() => NotificationPlan.Usual(Seller).Choose(wish));
    }
}
