using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Pickups;
using SellerPortal.Features.Sellers;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Webhooks;

public sealed class AnnounceTests(TestHost host)
{
    [Theory, EachDatabase]
    public async Task ShipmentsLife_IsWrittenForTheEndpointsThatWantIt(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await world.AddAsync("https://one.example/all");
        await world.AddAsync("https://two.example/some", WebhookEventTypes.ShipmentDelivered, WebhookEventTypes.PickupFailed);
        var shipment = (await world.BookAsync())[0];
        await world.BecomeAsync(shipment, ShipmentStatus.OutForDelivery, ShipmentStatus.AttemptFailed, NonDeliveryReason.DoorLocked);
        await world.TellAsync();
        await world.BecomeAsync(shipment, ShipmentStatus.OutForDelivery, ShipmentStatus.Delivered);
        await world.TellAsync();
        await world.TellAsync();
        Assert.Equal(
            ["shipment.booked", "shipment.status_changed", "shipment.attempt_failed", "shipment.status_changed", "shipment.delivered"], (await world.TypesAsync()).ToArray());
        Assert.Equal(6, (await world.DeliveriesAsync()).Count);
        await using var database = world.Databases.CreateDbContext();
        using var failed = JsonDocument.Parse((await database.WebhookMessages.SingleAsync(message => message.Type == WebhookEventTypes.ShipmentAttemptFailed, WebhookWorld.Token)).Body);
        var data = failed.RootElement.GetProperty("data");
        Assert.Equal(("attempt_failed", "out_for_delivery"), (data.GetProperty("status").GetString(), data.GetProperty("previous_status").GetString()));
        Assert.Equal(("01", "door_locked"), (data.GetProperty("reason").GetProperty("code").GetString(), data.GetProperty("reason").GetProperty("name").GetString()));
    }

    [Theory, EachDatabase]
    public async Task AttemptFailed_ForAReasonWithoutAName_IsToldAsOthers(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await world.AddAsync("https://one.example/all");
        var shipment = (await world.BookAsync())[0];
        await world.BecomeAsync(shipment, ShipmentStatus.OutForDelivery, ShipmentStatus.AttemptFailed, (NonDeliveryReason)4);
        await world.TellAsync();
        await using var database = world.Databases.CreateDbContext();
        using var failed = JsonDocument.Parse((await database.WebhookMessages.SingleAsync(message => message.Type == WebhookEventTypes.ShipmentAttemptFailed, WebhookWorld.Token)).Body);
        Assert.Equal("""{"code":"04","name":"others"}""", failed.RootElement.GetProperty("data").GetProperty("reason").GetRawText());
    }

    [Theory, EachDatabase]
    public async Task WithoutEndpoint_OrWithOneSwitchedOff_NothingIsWritten(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await world.BookAsync();
        var made = await world.AddAsync("https://one.example/all");
        await world.Change.SwitchAsync(world.Actor, made.Id, on: false, WebhookWorld.Token);
        await world.BookAsync();
        Assert.Empty(await world.TypesAsync());
    }

    [Theory, EachDatabase]
    public async Task AnotherSellersShipments_AreNotTold(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await world.AddAsync("https://one.example/all");
        await using var database = world.Databases.CreateDbContext();
        var (other, _) = await TestSellers.ApprovedAsync(database);
        await world.BookAsync(3, other.Id);
        Assert.Empty(await world.TypesAsync());
    }

    [Theory, EachDatabase]
    public async Task Rollback_OfTheCause_TakesTheMessageWithIt(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await world.AddAsync("https://one.example/all");
        await using (var database = world.Databases.CreateDbContext())
        {
            await using var transaction = await database.Database.BeginTransactionAsync(WebhookWorld.Token);
            var seller = await database.Sellers.SingleAsync(seller => seller.Id == world.Seller.Id, WebhookWorld.Token);
            await database.AnnounceApprovalAsync(seller, world.Time.GetUtcNow(), WebhookWorld.Token);
            await database.SaveChangesAsync(WebhookWorld.Token);
        }

        Assert.Empty(await world.TypesAsync());
    }

    [Fact]
    public async Task Approval_ByAnAdmin_IsWrittenWithIt()
    {
        await using var database = host.Database();
        var seller = Seller.Register(SellerId.New(TestShipments.BookedAt), TestSellers.Registration("Acme Traders"), TestShipments.BookedAt);
        database.Sellers.Add(seller);
        database.WebhookEndpoints.Add(WebhookEndpoint.Create(seller.Id, new WebhookWish("https://one.example/all", null), "secret", Guid.CreateVersion7(), TestShipments.BookedAt));
        await database.SaveChangesAsync(WebhookWorld.Token);
        await using var scope = host.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<ApproveSeller>().ExecuteAsync(TestSellers.Admin, seller.Id, seller.Version, withContract: false, WebhookWorld.Token);
        Assert.Equal(DecisionOutcome.Done, result.Outcome);
        var message = await database.WebhookMessages.SingleAsync(message => message.SellerId == seller.Id, WebhookWorld.Token);
        Assert.Equal(WebhookEventTypes.SellerApproved, message.Type);
        Assert.Contains($"\"customer_id\":\"{result.Seller!.CustomerId}\"", message.Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task PickupsCourse_IsWrittenWithEveryStep(DatabaseKind kind)
    {
        await using var pickups = await PickupWorld.CreateAsync(kind);
        await ListenAsync(pickups);
        var id = await pickups.RequestedAsync();
        Assert.IsType<PickupResult.Done>(await pickups.CarryOut.ConfirmAsync(PickupWorld.Staff, id, WebhookWorld.Token));
        Assert.IsType<PickupResult.Done>(await pickups.CarryOut.ConfirmAsync(PickupWorld.Staff, id, WebhookWorld.Token));
        Assert.IsType<PickupResult.Done>(await pickups.CarryOut.FailAsync(PickupWorld.Staff, id, PickupFailure.NobodyThere, "Shutter down", WebhookWorld.Token));
        Assert.IsType<PickupResult.Done>(await pickups.Reschedule.ExecuteAsync(pickups.Actor, id, new PickupTime(PickupWorld.Monday, PickupSlot.Evening), WebhookWorld.Token));
        Assert.IsType<PickupResult.Done>(await pickups.CarryOut.ConfirmAsync(PickupWorld.Staff, id, WebhookWorld.Token));
        Assert.IsType<PickupResult.Done>(await pickups.CarryOut.StartAsync(PickupWorld.Staff, id, WebhookWorld.Token));
        Assert.IsType<PickupResult.Done>(await pickups.CarryOut.CompleteAsync(PickupWorld.Staff, id, WebhookWorld.Token));
        var second = await pickups.RequestedAsync();
        Assert.IsType<PickupResult.Done>(await pickups.Cancel.ExecuteAsync(pickups.Actor, second, "Not ready", WebhookWorld.Token));
        var third = Assert.IsType<PickupResult.Done>(await pickups.AskAsync()).Id;
        await using (var database = pickups.Databases.CreateDbContext())
        {
            await pickups.CancelAsync(await database.Shipments.Where(shipment => shipment.PickupId == third).Select(shipment => shipment.Id).ToListAsync(WebhookWorld.Token));
        }

        var messages = await MessagesAsync(pickups);
        Assert.Equal(
            [
                "pickup.requested", "pickup.confirmed", "pickup.failed", "pickup.rescheduled", "pickup.confirmed", "pickup.out_for_pickup", "pickup.collected",
                "pickup.requested", "pickup.cancelled", "pickup.requested", "pickup.cancelled",
            ],
            messages.Select(message => message.Type));
        Assert.Contains($"\"pickup_id\":\"{id}\"", messages[2].Body, StringComparison.Ordinal);
        Assert.Contains("\"failure\":\"nobody_there\"", messages[2].Body, StringComparison.Ordinal);
        Assert.Contains("\"slot\":\"evening\"", messages[3].Body, StringComparison.Ordinal);
        Assert.Contains("\"parcels\":2", messages[0].Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task PickupsAgent_IsToldByNameAndWhenAnotherComes(DatabaseKind kind)
    {
        await using var pickups = await PickupWorld.CreateAsync(kind);
        await ListenAsync(pickups);
        await pickups.RequestedAsync(1);
        await pickups.AddAgentAsync("Anil", "9826010101");
        var id = await pickups.RequestedAsync(1);
        var bina = await pickups.AddAgentAsync("Bina", "9826010102");
        Assert.IsType<PickupResult.Done>(await pickups.NameAgent.ExecuteAsync(PickupWorld.Staff, id, bina.Id, WebhookWorld.Token));
        var messages = await MessagesAsync(pickups);
        Assert.Equal(["pickup.requested", "pickup.requested", "pickup.agent_named"], messages.Select(message => message.Type));
        Assert.Contains("\"agent\":null", messages[0].Body, StringComparison.Ordinal);
        Assert.Contains("\"agent\":{\"name\":\"Anil\"}", messages[1].Body, StringComparison.Ordinal);
        Assert.Contains("\"agent\":{\"name\":\"Bina\"}", messages[2].Body, StringComparison.Ordinal);
        Assert.All(messages, message => Assert.DoesNotContain("98260101", message.Body, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task RefusedPickup_IsNotTold(DatabaseKind kind)
    {
        await using var pickups = await PickupWorld.CreateAsync(kind);
        await ListenAsync(pickups);
        Assert.IsType<PickupResult.Refused>(await pickups.AskAsync());
        Assert.Empty(await MessagesAsync(pickups));
    }

    private static async Task ListenAsync(PickupWorld pickups)
    {
        await using var database = pickups.Databases.CreateDbContext();
        database.WebhookEndpoints.Add(WebhookEndpoint.Create(pickups.Seller.Id, new WebhookWish("https://one.example/all", null), "secret", pickups.Actor.UserId, pickups.Time.GetUtcNow()));
        await database.SaveChangesAsync(WebhookWorld.Token);
    }

    private static async Task<List<WebhookMessage>> MessagesAsync(PickupWorld pickups)
    {
        await using var database = pickups.Databases.CreateDbContext();
        var deliveries = await database.WebhookDeliveries.OrderBy(delivery => delivery.Id).Select(delivery => delivery.MessageId).ToListAsync(WebhookWorld.Token);
        var messages = await database.WebhookMessages.ToDictionaryAsync(message => message.Id, WebhookWorld.Token);
        return deliveries.ConvertAll(id => messages[id]);
    }
}
