using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Notifications.Choices;
using SellerPortal.Features.Notifications.Messages;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Notifications;

public sealed class TellOfChangesTests
{
    private static readonly HashSet<NotificationKind> Nothing = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Failure_OfOneParcel_IsToldToSellerAndAddresseeOnce(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        var shipment = (await world.BookAsync(1, "stores@pwd.gov.in", tell: false))[0];
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.AttemptFailed, NonDeliveryReason.DoorLocked, shipment);
        await world.TellAsync();
        await world.TellAsync();

        var letters = await world.LettersAsync();
        Assert.Equal(new[] { "stores@pwd.gov.in", world.Seller.Email }.Order(), letters.Select(letter => letter.To).Order());
        var mine = letters.Single(letter => letter.To == world.Seller.Email);
        Assert.Contains("failed", mine.Subject, StringComparison.Ordinal);
        Assert.Contains("ORD-7781", mine.Text, StringComparison.Ordinal);
        Assert.Contains($"https://portal.example/shipments/{shipment.Id}", mine.Text, StringComparison.Ordinal);
        var theirs = letters.Single(letter => letter.To == "stores@pwd.gov.in");
        Assert.Contains("https://portal.example/track", theirs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ORD-7781", theirs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Civil Lines", theirs.Text, StringComparison.Ordinal);

        var message = Assert.Single(await world.MessagesAsync());
        Assert.Equal((NotificationKind.Failed, shipment.Id, NonDeliveryReason.DoorLocked, false), (message.Kind, message.ShipmentId!.Value, message.Reason, message.IsRead));
    }

    [Theory, EachDatabase]
    public async Task Failure_InTheTestMode_IsToldInThePortalOnly(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind, test: true);
        var shipment = (await world.BookAsync(1, "stores@pwd.gov.in", tell: false))[0];
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.AttemptFailed, NonDeliveryReason.DoorLocked, shipment);
        await world.TellAsync();
        Assert.Empty(await world.LettersAsync());
        Assert.Single(await world.MessagesAsync());
    }

    [Theory, EachDatabase]
    public async Task EachKind_WhenChosen_IsWrittenToSellerAndAddressee(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        var all = NotificationKinds.All.ToHashSet();
        await world.Choose.SaveAsync(world.Actor, new NotificationWish { Mail = all, Portal = all, Consignee = all, Receivers = [] }, seen: null, Token);
        var shipments = await world.BookAsync(2, "stores@pwd.gov.in", tell: false);
        await world.BecomeAsync(ShipmentStatus.Booked, ShipmentStatus.Booked, reason: null, shipments[0]);
        await world.BecomeAsync(ShipmentStatus.InTransit, ShipmentStatus.OutForDelivery, reason: null, shipments[0]);
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, reason: null, shipments[0]);
        await world.BecomeAsync(ShipmentStatus.Booked, ShipmentStatus.Cancelled, reason: null, shipments[1]);
        await world.TellAsync();
        NotificationKind[] told = [NotificationKind.PickedUp, NotificationKind.OutForDelivery, NotificationKind.Delivered, NotificationKind.Cancelled];
        Assert.Equal(told.Order(), (await world.MessagesAsync()).Select(message => message.Kind).Order());
        var letters = await world.LettersAsync();
        Assert.Equal(2 * told.Length, letters.Count);
        foreach (var to in new[] { world.Seller.Email, "stores@pwd.gov.in" })
        {
            var theirs = letters.Where(letter => letter.To == to).ToList();
            Assert.Equal(told.Length, theirs.Select(letter => letter.Subject).Distinct().Count());
            Assert.All(theirs, letter => Assert.DoesNotMatch("(Mail|Consignee)(Subject|Body)", letter.Subject + letter.Text));
        }
    }

    [Theory, EachDatabase]
    public async Task PickedUp_IsToldOnceAtTheEarliestSign(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        await world.Choose.SaveAsync(world.Actor, new NotificationWish { Mail = Nothing, Portal = new HashSet<NotificationKind> { NotificationKind.PickedUp }, Consignee = Nothing, Receivers = [] }, seen: null, Token);
        var shipments = await world.BookAsync(3, tell: false);
        await world.PickUpAsync(shipments[0]);
        await world.TellAsync();
        Assert.Equal(shipments[0].Id, Assert.Single(await world.MessagesAsync()).ShipmentId);
        world.Time.Advance(TimeSpan.FromMinutes(5));
        await world.ScanAsync(shipments[0], "ITEM_BOOK");
        await world.ScanAsync(shipments[1], "ITEM_BOOK");
        world.Time.Advance(TimeSpan.FromMinutes(5));
        foreach (var shipment in shipments[..2]) await world.ScanAsync(shipment, "BAG_DISPATCH");
        await world.ScanAsync(shipments[2], "ITEM_INVOICE");
        await world.TellAsync();
        Assert.Equal(shipments.Select(shipment => shipment.Id.Value).Order(), (await world.MessagesAsync()).Select(message => message.ShipmentId!.Value.Value).Order());
    }

    [Theory, EachDatabase]
    public async Task ManyAlike_BecomeOneLetterAndOneMessage(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        var shipments = await world.BookAsync(60, tell: false);
        await world.BecomeAsync(ShipmentStatus.Returning, ShipmentStatus.Returned, reason: null, shipments);
        await world.TellAsync();
        var letter = Assert.Single(await world.LettersAsync());
        Assert.Contains("60", letter.Subject, StringComparison.Ordinal);
        Assert.Contains(shipments[0].Article[..2], letter.Text, StringComparison.Ordinal);
        var message = Assert.Single(await world.MessagesAsync());
        Assert.Equal((60, NotificationKind.Returned), (message.Count, message.Kind));
        Assert.Null(message.ShipmentId);
    }

    [Theory, EachDatabase]
    public async Task NothingChosen_IsToldToNobody(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        await world.Choose.SaveAsync(world.Actor, new NotificationWish { Mail = Nothing, Portal = Nothing, Consignee = Nothing, Receivers = [] }, seen: null, Token);
        var shipments = await world.BookAsync(2, "stores@pwd.gov.in");
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.AttemptFailed, NonDeliveryReason.Refused, shipments);
        await world.TellAsync();
        Assert.Empty(await world.LettersAsync());
        Assert.Empty(await world.MessagesAsync());
    }

    [Theory, EachDatabase]
    public async Task ChosenColleagues_GetTheLettersInTheChosenLanguage(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        await using var database = world.Databases.CreateDbContext();
        var (other, stranger) = await TestSellers.ApprovedAsync(database);
        await world.AddAccountAsync(other.Id, stranger.UserId, "stranger@example.in");
        var wish = new NotificationWish
        {
            Mail = new HashSet<NotificationKind> { NotificationKind.Booked },
            Portal = Nothing,
            Consignee = Nothing,
            Receivers = [world.Actor.UserId, stranger.UserId],
            Language = LetterLanguage.Hindi,
        };
        await world.Choose.SaveAsync(world.Actor, wish, seen: null, Token);
        await world.BookAsync(1);
        await world.TellAsync();
        var letter = Assert.Single(await world.LettersAsync());
        Assert.Equal("owner@example.in", letter.To);
        Assert.Contains(letter.Subject, c => c is >= '\u0900' and <= '\u097F');
        Assert.DoesNotContain(" / ", letter.Subject, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task News_OfOneSeller_IsNoNewsToAnother(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        await using var database = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        var shipments = await world.BookAsync(1, tell: false);
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, reason: null, shipments);
        await world.TellAsync();
        var message = Assert.Single(await world.MessagesAsync());
        Assert.Empty(await world.MessagesAsync(stranger));
        Assert.False(await world.Mark.ReadAsync(stranger, message.Id, Token));
        Assert.Equal(1, await world.Read.CountUnreadAsync(world.Actor, Token));
    }

    [Theory, EachDatabase]
    public async Task Messages_AfterTheirTime_AreDroppedWithTheNextNews(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        var shipments = await world.BookAsync(2, tell: false);
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, reason: null, shipments[0]);
        await world.TellAsync();
        world.Time.Advance(PortalMessage.KeptFor + TimeSpan.FromDays(1));
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, reason: null, shipments[1]);
        await world.TellAsync();
        Assert.Equal(shipments[1].Id, Assert.Single(await world.MessagesAsync()).ShipmentId);
    }

    [Theory, EachDatabase]
    public async Task Marked_OneAndThenAll_CountsEachAccountByItself(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        var colleague = TestSellers.ActorOf(world.Seller.Id);
        await world.AddAccountAsync(world.Seller.Id, colleague.UserId, "colleague@example.in");
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, reason: null, await world.BookAsync(3, tell: false));
        await world.TellAsync();
        var messages = await world.MessagesAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Mark.ReadAsync(world.Actor, messages[0].Id, Token)));
        Assert.Equal((2, 3), (await world.Read.CountUnreadAsync(world.Actor, Token), await world.Read.CountUnreadAsync(colleague, Token)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Mark.ReadAllAsync(world.Actor, messages[0].Id, Token)));
        Assert.Equal((0, 3), (await world.Read.CountUnreadAsync(world.Actor, Token), await world.Read.CountUnreadAsync(colleague, Token)));
        Assert.All(await world.MessagesAsync(), message => Assert.True(message.IsRead));
    }

    [Theory, EachDatabase]
    public async Task MarkedAll_WhatCameSinceThePageWasRead_StaysUnread(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        var shipments = await world.BookAsync(2, tell: false);
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, reason: null, shipments[0]);
        await world.TellAsync();
        var page = await world.Read.ExecuteAsync(world.Actor, new MessageFilter(OnlyUnread: false, Before: null), Token);
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered, reason: null, shipments[1]);
        await world.TellAsync();
        await world.Mark.ReadAllAsync(world.Actor, page.Newest, Token);
        Assert.Equal(1, await world.Read.CountUnreadAsync(world.Actor, Token));
    }

    [Theory, EachDatabase]
    public async Task Choice_ByTwoOwnersAtOnce_OneIsSaved(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        var shown = (await world.Choose.ReadAsync(world.Actor, Token))!;
        for (var round = 0; round < 3; round++)
        {
            var wish = shown.Wish with { Language = round % 2 == 0 ? LetterLanguage.Hindi : LetterLanguage.English };
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Choose.SaveAsync(world.Actor, wish, shown.Version, Token))));
            Assert.Single(outcomes, ChoiceOutcome.Saved);
            Assert.All(outcomes, outcome => Assert.True(outcome is ChoiceOutcome.Saved or ChoiceOutcome.ChangedMeanwhile));
            shown = (await world.Choose.ReadAsync(world.Actor, Token))!;
        }
    }

    [Fact]
    public async Task Choice_ThatTheDatabaseRefuses_IsNoColleaguesDoing()
    {
        await using var world = await NewsWorld.CreateAsync(DatabaseKind.Sqlite);
        await using (var database = world.Databases.CreateDbContext())
        {
            await database.Database.ExecuteSqlRawAsync("CREATE TRIGGER stop BEFORE INSERT ON \"NotificationPlans\" BEGIN SELECT RAISE(ABORT, 'power cut'); END", Token);
        }

        var shown = (await world.Choose.ReadAsync(world.Actor, Token))!;
        await Assert.ThrowsAsync<DbUpdateException>(() => world.Choose.SaveAsync(world.Actor, shown.Wish, shown.Version, Token));
    }

    [Theory, EachDatabase]
    public async Task Choice_SavedByTwoOwners_TheSecondIsToldSo(DatabaseKind kind)
    {
        await using var world = await NewsWorld.CreateAsync(kind);
        var shown = (await world.Choose.ReadAsync(world.Actor, Token))!;
        Assert.Equal(ChoiceOutcome.Saved, await world.Choose.SaveAsync(world.Actor, shown.Wish, shown.Version, Token));
        Assert.Equal(ChoiceOutcome.ChangedMeanwhile, await world.Choose.SaveAsync(world.Actor, shown.Wish, shown.Version, Token));
        Assert.Null(await world.Choose.ReadAsync(world.Actor with { Team = SellerPortal.Domain.Access.TeamRole.Booking }, Token));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => world.Choose.SaveAsync(world.Actor with { Team = SellerPortal.Domain.Access.TeamRole.ViewOnly }, shown.Wish, shown.Version, Token));
    }
}
