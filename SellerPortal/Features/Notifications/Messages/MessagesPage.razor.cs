using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;

namespace SellerPortal.Features.Notifications.Messages;

/// <summary>The messages of a seller, and what of them this account has read. New ones appear by themselves.</summary>
public sealed partial class MessagesPage
{
    private IDisposable? subscription;
    private Actor? actor;

    [Inject]
    private ReadMessages Read { get; set; } = null!;

    [Inject]
    private MarkMessages Mark { get; set; } = null!;

    [Inject]
    private MessageNews News { get; set; } = null!;

    private bool Busy { get; set; }

    private static string UnreadUrl => UrlOf(new MessageFilter(OnlyUnread: true, Before: null));

    /// <inheritdoc/>
    protected override MessageFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new MessageFilter(
            values.GetValueOrDefault("show") == "unread",
            long.TryParse(values.GetValueOrDefault("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);
    }

    /// <inheritdoc/>
    protected override Task<MessagePage> ReadAsync(Actor actor, MessageFilter filter, CancellationToken token)
    {
        this.actor = actor;
        return Read.ExecuteAsync(actor, filter, token);
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (subscription is not null || actor?.SellerId is not { } seller || Leaving.IsCancellationRequested) return;
        subscription = News.Subscribe(seller, () => _ = InvokeAsync(RefreshAsync));
        Leaving.Register(subscription.Dispose);
    }

    private static string UrlOf(MessageFilter filter)
    {
        var query = new List<KeyValuePair<string, string?>>();
        if (filter.OnlyUnread) query.Add(new("show", "unread"));
        if (filter.Before is { } before) query.Add(new("before", before.ToString(CultureInfo.InvariantCulture)));
        return PortalUrls.Messages + QueryString.Create(query);
    }

    private static string UrlOf(MessageRow row) => row.ShipmentId is { } shipment ? PortalUrls.Shipment(shipment) : row.Kind switch
    {
        NotificationKind.Booked => PortalUrls.ShipmentsOf(ShipmentTile.ToPrint),
        NotificationKind.PickedUp => PortalUrls.ShipmentsOf(ShipmentTile.InTransit),
        NotificationKind.OutForDelivery => PortalUrls.ShipmentsOf(ShipmentTile.OutForDelivery),
        NotificationKind.Delivered => PortalUrls.ShipmentsOf(ShipmentTile.Delivered),
        NotificationKind.Failed => PortalUrls.FailedDeliveries,
        NotificationKind.WebhookGone => PortalUrls.Webhooks,
        NotificationKind.PickupFailed => PortalUrls.MissedPickups,
        NotificationKind.PickupNotMade => PortalUrls.NewPickupOfAll,
        _ => PortalUrls.Shipments,
    };

    private string Sentence(MessageRow row) => row.Article is { } article
        ? Texts[$"Message{row.Kind}", ArticleNumber.TryParse(article, out var number) ? number.ToSpacedString() : article]
        : Texts[$"MessageMany{row.Kind}", IndianFormat.Number(row.Count)];

    private async Task RefreshAsync()
    {
        if (Leaving.IsCancellationRequested) return;
        await LoadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync(MessageRow row)
    {
        if (row.IsRead || Busy) return;
        Busy = true;
        try
        {
            // The news of it comes back to this page too, and with it the new list.
            await Mark.ReadAsync(await ActorAsync(), row.Id, CancellationToken.None);
        }
        finally
        {
            Busy = false;
        }
    }

    private async Task ReadAllAsync()
    {
        if (Busy || Page is not { Rows.Count: > 0 } page) return;
        Busy = true;
        try
        {
            await Mark.ReadAllAsync(await ActorAsync(), page.Newest, CancellationToken.None);
        }
        finally
        {
            Busy = false;
        }
    }
}
