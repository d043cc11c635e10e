using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.AddressBook;
using SellerPortal.Features.Booking;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Features.Cancellations;
using SellerPortal.Features.FailedDeliveries;
using SellerPortal.Features.Labels;
using SellerPortal.Features.Manifests;
using SellerPortal.Features.Notifications.Choices;
using SellerPortal.Features.ParcelChanges;
using SellerPortal.Features.ParcelPresets;
using SellerPortal.Features.PickupLocations;
using SellerPortal.Features.Pickups;
using SellerPortal.Features.Sellers;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Features.Team;
using SellerPortal.Features.TestMode;
using SellerPortal.Features.Webhooks.Deliveries;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Tests.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Access;

/// <summary>A colleague who only reads is refused by every use case that writes, whatever the pages hide.</summary>
public sealed class ViewOnlyTests(TestHost host)
{
    /// <summary>Use cases that change nothing of the seller's: they read, or change what is the account's own.</summary>
    private static readonly HashSet<string> Harmless =
    [
        "BookingAddressBook.FindAsync", "BookingAddressBook.ReadAsync", "ChooseNotifications.ReadAsync", "ExportShipments.WriteCsvAsync",
        "ExportShipments.WriteXlsxAsync", "LabelFiles.DeskAsync", "LabelFiles.FindAsync", "ManageRepeats.ListAsync",
        "BookingDrafts.DiscardAsync", "BookShipment.CheckAsync", "LabelFiles.ChooseAsync", "ListChoices.ReadAsync", "ListChoices.ChooseColumnsAsync", "ListChoices.SaveAsync",
        "ListChoices.RemoveAsync", "ManageApiKeys.ListAsync", "OpenTestMode.ExecuteAsync", "MarkMessages.ReadAsync", "MarkMessages.ReadAllAsync", "SeenMessages.MarkAsync",
    ];

    /// <summary>Use cases of the post's own staff; a seller's account has none of their roles.</summary>
    private static readonly HashSet<string> Staff =
        ["AddRange", "CloseRange", "ApproveSeller", "OwnerInvitation", "RejectSeller", "CarryOutPickup", "NameAgent", "KeepAgent", "LetAgentGo", "DecideWork", "ManagePartners", "RecordMovement"];

    /// <summary>Every use case that writes for a seller. Controlled ones change something when an owner calls them with the same.</summary>
    private static readonly Dictionary<string, Attempt> Writing = new(StringComparer.Ordinal)
    {
        ["ConsigneeStore.AddAsync"] = Controlled(s => s.Get<ConsigneeStore>().AddAsync(s.Actor, s.Key, EntryWorld.Form(), Token)),
        ["ConsigneeStore.ChangeAsync"] = Plain(s => s.Get<ConsigneeStore>().ChangeAsync(s.Actor, s.Key, s.Key, EntryWorld.Form(), Token)),
        ["RemoveConsignee.ExecuteAsync"] = Plain(s => s.Get<RemoveConsignee>().ExecuteAsync(s.Actor, s.Key, Token)),
        ["BookShipment.ExecuteAsync"] = Plain(s => s.Get<BookShipment>().ExecuteAsync(s.Actor, BookingWorld.Input(), Token)),
        ["BookBatch.ExecuteAsync"] = Plain(async s => (await s.Get<BookBatch>().ExecuteAsync(s.Actor, [BookingWorld.Input()], validate: false, Token))[0]),
        ["BookingAddressBook.KeepAsync"] = Controlled(s => s.Get<BookingAddressBook>().KeepAsync(s.Actor, EntryWorld.Address(), Token)),
        ["BookingDrafts.SaveAsync"] = Controlled(async s => await s.Get<BookingDrafts>().SaveAsync(s.Actor, s.Key, "{}", Token)),
        ["CorrectRow.ExecuteAsync"] = Plain(s => s.Get<CorrectRow>().ExecuteAsync(s.Actor, s.Key, 1, new Dictionary<SheetColumn, string>(), Token)),
        ["JobSteps.BookAsync"] = Plain(async s => (await s.Get<JobSteps>().BookAsync(s.Actor, s.Key, again: true, Token)).ToString()),
        ["JobSteps.CheckAgainAsync"] = Plain(s => s.Get<JobSteps>().CheckAgainAsync(s.Actor, s.Key, Token)),
        ["JobSteps.SetColumnsAsync"] = Plain(s => s.Get<JobSteps>().SetColumnsAsync(s.Actor, s.Key, new SheetMap([]), Token)),
        ["JobSteps.CancelAsync"] = Plain(s => s.Get<JobSteps>().CancelAsync(s.Actor, s.Key, Token)),
        ["OrderSheetLabels.ExecuteAsync"] = Plain(s => s.Get<OrderSheetLabels>().ExecuteAsync(s.Actor, s.Key, Token)),
        ["UploadSheet.ExecuteAsync"] = Plain(s => s.Get<UploadSheet>().ExecuteAsync(s.Actor, s.Key, "day.csv", "to_pincode\n492001\n"u8.ToArray(), Token)),
        ["CancelShipments.ExecuteAsync"] = Controlled(async s => (await s.Get<CancelShipments>().ExecuteAsync(s.Actor, [s.Shipment.Id], Token))[0]),
        ["RecallShipment.ExecuteAsync"] = Plain(s => s.Get<RecallShipment>().ExecuteAsync(s.Actor, s.Shipment.Id, Token)),
        ["GiveInstruction.ExecuteAsync"] = Plain(s => s.Get<GiveInstruction>().ExecuteAsync(s.Actor, s.Shipment.Id, new InstructionInput { Kind = InstructionKind.Redirect }, Token)),
        ["LabelFiles.AgainAsync"] = Plain(async s => await s.Get<LabelFiles>().AgainAsync(s.Actor, s.Key, LabelPaper.Usual, Token)),
        ["OrderFile.ExecuteAsync"] = Controlled(async s => (await s.Get<OrderFile>().ExecuteAsync(s.Actor, s.Key, [s.Shipment.Id], new PaperWish(), Token)).Count > 0 ? "NotFound" : "Ordered"),
        ["PrintLabels.ExecuteAsync"] = Controlled(s => s.Get<PrintLabels>().ExecuteAsync(s.Actor, [s.Shipment.Id], new PaperWish(), Token)),
        ["SimulateScan.ExecuteAsync"] = Plain(s => s.Get<SimulateScan>().ExecuteAsync(s.Actor with { SellerId = s.Actor.SellerId!.Value.Twin }, s.Shipment.Id, Token)),
        ["CloseManifest.ExecuteAsync"] = Plain(s => s.Get<CloseManifest>().ExecuteAsync(s.Actor, new ManifestId(s.Key), Token)),
        ["FillManifest.ExecuteAsync"] = Controlled(s => s.Get<FillManifest>().ExecuteAsync(s.Actor, null, [s.Shipment.Id], Token)),
        ["OrderManifestLabels.ExecuteAsync"] = Plain(async s => await s.Get<OrderManifestLabels>().ExecuteAsync(s.Actor, new ManifestId(s.Key), Token)),
        ["TakeOffManifest.ExecuteAsync"] = Plain(s => s.Get<TakeOffManifest>().ExecuteAsync(s.Actor, new ManifestId(s.Key), s.Shipment.Id, Token)),
        ["ChooseNotifications.SaveAsync"] = Controlled(s => s.Get<ChooseNotifications>().SaveAsync(s.Actor, NoNews, null, Token)),
        ["ChangeParcel.ExecuteAsync"] = Controlled(s => s.Get<ChangeParcel>().ExecuteAsync(s.Actor, s.Shipment.Id, OtherOrder(s.Shipment), s.Shipment.EditableFacts, Token)),
        ["KeepBox.ExecuteAsync"] = Controlled(s => s.Get<KeepBox>().ExecuteAsync(s.Actor, s.Key, null, new BoxForm("Carton", 40, 30.5m, 20, 2_500), Token)),
        ["RemoveBox.ExecuteAsync"] = Plain(s => s.Get<RemoveBox>().ExecuteAsync(s.Actor, s.Key, Token)),
        ["AddLocation.ExecuteAsync"] = Controlled(s => s.Get<AddLocation>().ExecuteAsync(s.Actor, s.Key, new LocationForm("Shop", EntryWorld.Address()), Token)),
        ["ChangeLocation.ExecuteAsync"] = Plain(s => s.Get<ChangeLocation>().ExecuteAsync(s.Actor, s.Key, s.Key, new LocationForm("Shop", EntryWorld.Address()), Token)),
        ["MakeDefaultLocation.ExecuteAsync"] = Plain(s => s.Get<MakeDefaultLocation>().ExecuteAsync(s.Actor, s.Key, s.Key, Token)),
        ["RemoveLocation.ExecuteAsync"] = Plain(s => s.Get<RemoveLocation>().ExecuteAsync(s.Actor, s.Key, Token)),
        ["CancelPickup.ExecuteAsync"] = Plain(s => s.Get<CancelPickup>().ExecuteAsync(s.Actor, new PickupId(s.Key), "Not ready", Token)),
        ["ManageRepeats.BeginAsync"] = Controlled(s => s.Get<ManageRepeats>().BeginAsync(s.Actor, s.Key, PickupWeekdays.Monday, PickupSlot.Afternoon, location: null, Token)),
        ["ManageRepeats.PauseAsync"] = Plain(s => s.Get<ManageRepeats>().PauseAsync(s.Actor, s.Key, Token)),
        ["ManageRepeats.ResumeAsync"] = Plain(s => s.Get<ManageRepeats>().ResumeAsync(s.Actor, s.Key, Token)),
        ["ManageRepeats.EndAsync"] = Plain(s => s.Get<ManageRepeats>().EndAsync(s.Actor, s.Key, Token)),
        ["RequestPickup.ExecuteAsync"] = Plain(s => s.Get<RequestPickup>().ExecuteAsync(s.Actor, new PickupWish(s.Key, Slot, [s.Shipment.Id]), Token)),
        ["ReschedulePickup.ExecuteAsync"] = Plain(s => s.Get<ReschedulePickup>().ExecuteAsync(s.Actor, new PickupId(s.Key), Slot, Token)),
        ["MovePickup.ExecuteAsync"] = Controlled(s => s.Get<MovePickup>().ExecuteAsync(s.Actor, new PickupForm { Mobile = "98260 12345", Line1 = "Shed 4, Civil Lines", Pincode = "482001" }, Token)),
        ["ResubmitSeller.ExecuteAsync"] = Plain(s => s.Get<ResubmitSeller>().ExecuteAsync(s.Actor, new SellerForm(), Token)),
        ["OrderLabels.ExecuteAsync"] = Controlled(s => s.Get<OrderLabels>().ExecuteAsync(s.Actor, new ShipmentFilter(), Token)),
        ["ChangeColleague.GiveRoleAsync"] = Plain(s => s.Get<ChangeColleague>().GiveRoleAsync(s.Actor, s.Actor.UserId, TeamRole.Owner, Token)),
        ["ChangeColleague.RemoveAsync"] = Plain(s => s.Get<ChangeColleague>().RemoveAsync(s.Actor, s.Actor.UserId, Token)),
        ["ChangeInvitation.SendAgainAsync"] = Plain(s => s.Get<ChangeInvitation>().SendAgainAsync(s.Actor, s.Key, Token)),
        ["ChangeInvitation.WithdrawAsync"] = Plain(s => s.Get<ChangeInvitation>().WithdrawAsync(s.Actor, s.Key, Token)),
        ["InviteColleague.ExecuteAsync"] = Plain(s => s.Get<InviteColleague>().ExecuteAsync(s.Actor, s.Key, "asha@example.in", TeamRole.Owner, Token)),
        ["CreateWebhook.ExecuteAsync"] = Controlled(s => s.Get<CreateWebhook>().ExecuteAsync(s.Actor, Hook, Token)),
        ["ChangeWebhook.ExecuteAsync"] = Plain(s => s.Get<ChangeWebhook>().ExecuteAsync(s.Actor, s.Key, Hook, seen: null, Token)),
        ["ChangeWebhook.PatchAsync"] = Plain(s => s.Get<ChangeWebhook>().PatchAsync(s.Actor, s.Key, new WebhookPatch("https://hooks.example.org/other", Events: null, On: false), seen: null, Token)),
        ["ChangeWebhook.SwitchAsync"] = Plain(s => s.Get<ChangeWebhook>().SwitchAsync(s.Actor, s.Key, on: false, Token)),
        ["ChangeWebhook.RotateAsync"] = Plain(s => s.Get<ChangeWebhook>().RotateAsync(s.Actor, s.Key, seen: null, Token)),
        ["ChangeWebhook.DeleteAsync"] = Plain(s => s.Get<ChangeWebhook>().DeleteAsync(s.Actor, s.Key, Token)),
        ["TestWebhook.ExecuteAsync"] = Plain(async s => await s.Get<TestWebhook>().ExecuteAsync(s.Actor, s.Key, Token)),
        ["ReplayDeliveries.ExecuteAsync"] = Plain(s => s.Get<ReplayDeliveries>().ExecuteAsync(s.Actor, s.Key, 1, Token)),
        ["ReplayDeliveries.AllAsync"] = Plain(async s => (await s.Get<ReplayDeliveries>().AllAsync(s.Actor, s.Key, Token)).Result),
    };

    public static TheoryData<string> Names => [.. Writing.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PickupTime Slot => new(new DateOnly(2026, 11, 30), PickupSlot.Afternoon);

    private static WebhookWish Hook => new("https://hooks.example.org/in", Events: null);

    private static NotificationWish NoNews => new()
    {
        Mail = new HashSet<NotificationKind>(),
        Portal = new HashSet<NotificationKind>(),
        Consignee = new HashSet<NotificationKind>(),
        Receivers = [],
    };

    [Theory, MemberData(nameof(Names))]
    public async Task Write_ByAViewOnlyColleague_IsRefusedAndChangesNothing(string name)
    {
        await using var database = host.Database();
        var (seller, owner) = await TestSellers.ApprovedAsync(database);
        var shipment = await TestShipments.BookAsync(database, seller.Id);
        await using var scope = host.Services.CreateAsyncScope();
        var stage = new Stage(scope.ServiceProvider, owner with { Team = TeamRole.ViewOnly }, shipment, Guid.CreateVersion7());
        var before = await ContentAsync(stage);

        string refusal;
        try
        {
            refusal = (await Writing[name].Act(stage))?.ToString() ?? "";
        }
        catch (UnauthorizedAccessException)
        {
            refusal = "NotAllowed";
        }

        Assert.True(
            refusal is "" or "False" || new[] { "NotAllowed", "NotFound", "NotASeller", "None" }.Any(word => refusal.Contains(word, StringComparison.Ordinal)), $"{name} answered {refusal}");
        Assert.Equal(before, await ContentAsync(stage));
        if (!Writing[name].IsControlled) return;
        await Writing[name].Act(stage with { Actor = owner });
        Assert.NotEqual(before, await ContentAsync(stage));
    }

    /// <summary>Whoever adds a use case that takes an actor says here what a view-only colleague gets from it.</summary>
    [Fact]
    public void UseCases_WithAnActor_AreAllKnownHere()
    {
        var unknown = typeof(Program).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, Namespace: { } space } && IsLooked(space) && !typeof(IComponent).IsAssignableFrom(type))
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor) && IsAsync(method.ReturnType))
            .Where(method => !IsReading(method.DeclaringType!.Name) && !Staff.Contains(method.DeclaringType.Name))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Where(method => !Harmless.Contains(method) && !Writing.ContainsKey(method))
            .ToList();
        Assert.Empty(unknown);

        static bool IsLooked(string space) =>
            space.StartsWith("SellerPortal.Features", StringComparison.Ordinal) || space.StartsWith("SellerPortal.Data", StringComparison.Ordinal);

        static bool IsAsync(Type type) => typeof(Task).IsAssignableFrom(type) || type.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal);

        static bool IsReading(string type) =>
            type != nameof(ListChoices) && new[] { "Read", "List", "Open" }.Any(start => type.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>All rows of the seller, its parcels and its accounts, whatever their table.</summary>
    private async Task<string> ContentAsync(Stage stage)
    {
        await using var database = host.Database();
        var connection = database.Database.GetDbConnection();
        await database.Database.OpenConnectionAsync(Token);
        var rows = new List<string>();
        foreach (var table in database.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            foreach (var (column, id) in new[] { ("SellerId", stage.Actor.SellerId!.Value.Value), ("ShipmentId", stage.Shipment.Id.Value), ("UserId", stage.Actor.UserId) })
            {
                if (await HasAsync(connection, table, column)) await ReadAsync(connection, rows, table, column, id);
            }
        }

        await ReadAsync(connection, rows, "Sellers", "Id", stage.Actor.SellerId!.Value.Value);
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    private static async Task<bool> HasAsync(DbConnection connection, string table, string column)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM pragma_table_info('{table}') WHERE name = '{column}'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(Token), CultureInfo.InvariantCulture) > 0;
    }

    private static async Task ReadAsync(DbConnection connection, List<string> rows, string table, string column, Guid id)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE \"{column}\" = $id";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("$id", id);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
        {
            rows.Add($"{table}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)))}");
        }
    }

    private static SellerPortal.Domain.Booking.BookShipmentInput OtherOrder(Shipment shipment)
    {
        var form = ChangeForm.Of(shipment.EditableFacts);
        form.Order = "ORD-OTHER";
        return form.ToInput();
    }

    private static Attempt Controlled<T>(Func<Stage, Task<T>> act) => new(async stage => await act(stage), true);

    private static Attempt Plain<T>(Func<Stage, Task<T>> act) => new(async stage => await act(stage), false);

    private sealed record Attempt(Func<Stage, Task<object?>> Act, bool IsControlled);

    private sealed record Stage(IServiceProvider Services, Actor Actor, Shipment Shipment, Guid Key)
    {
        public T Get<T>()
            where T : notnull => Services.GetRequiredService<T>();
    }
}
