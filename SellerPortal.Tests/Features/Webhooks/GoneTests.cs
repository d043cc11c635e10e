using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Webhooks;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

/// <summary>A receiver answers 410: the webhook is switched off and the seller is told, both or neither.</summary>
public sealed class GoneTests
{
    [Theory, EachDatabase]
    public async Task Gone_TellsTheSellerInThePortalAndByLetterInBothLanguages(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(410);
        var made = await world.AddAsync(receiver.Url + "?key=hidden");
        var told = 0;
        using var listening = world.News.Subscribe(world.Seller.Id, () => told++);
        await world.BookAsync(3);
        await world.SendAsync();
        await world.SendAsync();
        var (messages, letters) = await ToldAsync(world);
        Assert.Equal((NotificationKind.WebhookGone, 1, world.Seller.Id, null), (Assert.Single(messages).Kind, messages[0].Count, messages[0].SellerId, messages[0].ShipmentId));
        var letter = Assert.Single(letters);
        Assert.Equal((world.Seller.Email, "A webhook is switched off / एक वेबहुक बंद हुआ"), (letter.To, letter.Subject));
        Assert.Contains("127.0.0.1 answered 410 Gone on", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"https://portal.example/webhooks/{made.Id}", letter.Text, StringComparison.Ordinal);
        Assert.Contains("410 Gone उत्तर दिया", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", letter.Text + letter.Html, StringComparison.Ordinal);
        Assert.Equal(1, told);
    }

    [Theory, EachDatabase]
    public async Task Gone_WhatItBelongsToCannotBeWritten_NothingIsNotedAndItIsAskedAgain(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(410);
        var made = await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await using (var database = world.Databases.CreateDbContext()) await database.Database.ExecuteSqlRawAsync("""ALTER TABLE "PortalMessages" RENAME TO "Away" """, WebhookWorld.Token);
        await world.SendAsync();
        Assert.Equal(WebhookEndpointState.Enabled, (await world.Read.OneAsync(world.Actor, made.Id, WebhookWorld.Token))!.State);
        var open = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal((WebhookDeliveryState.Pending, null), (open.State, open.TriedAt));

        await using (var database = world.Databases.CreateDbContext()) await database.Database.ExecuteSqlRawAsync("""ALTER TABLE "Away" RENAME TO "PortalMessages" """, WebhookWorld.Token);
        world.Time.Advance(WebhookQueue.Lease + TimeSpan.FromSeconds(1));
        await world.SendAsync();
        Assert.Equal(2, receiver.Messages.Count);
        Assert.Single(receiver.Messages.Select(message => message.Id).Distinct());
        Assert.Equal(WebhookEndpointState.Gone, (await world.Read.OneAsync(world.Actor, made.Id, WebhookWorld.Token))!.State);
        Assert.Equal(WebhookDeliveryState.Dead, Assert.Single(await world.DeliveriesAsync()).State);
        var (messages, letters) = await ToldAsync(world);
        Assert.Single(messages);
        Assert.Single(letters);
    }

    [Theory, EachDatabase]
    public async Task Gone_InTheTestMode_WritesNoLetter(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind, test: true);
        await using var receiver = await Receiver.StartAsync(410);
        await world.AddAsync(receiver.Url);
        await world.BookAsync();
        await world.SendAsync();
        var (messages, letters) = await ToldAsync(world);
        Assert.Single(messages);
        Assert.Empty(letters);
    }

    [Theory, EachDatabase]
    public async Task Gone_OfManySentAtOnce_IsToldOnce(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var receiver = await Receiver.StartAsync(200, 410);
        await world.AddAsync(receiver.Url);
        await world.BookAsync(9);
        await world.SendAsync();
        Assert.True(receiver.Messages.Count > 2);
        var (messages, letters) = await ToldAsync(world);
        Assert.Single(messages);
        Assert.Single(letters);
    }

    private static async Task<(List<PortalMessage> Messages, List<Letter> Letters)> ToldAsync(WebhookWorld world)
    {
        await using var database = world.Databases.CreateDbContext();
        var letters = await database.WorkItems.AsNoTracking().Where(item => item.Kind == LetterQueue.Kind).ToListAsync(WebhookWorld.Token);
        return (await database.PortalMessages.AsNoTracking().ToListAsync(WebhookWorld.Token), [.. letters.Select(LetterQueue.Read)]);
    }
}
