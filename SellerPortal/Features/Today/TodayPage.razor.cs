using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Today;

/// <summary>
/// The first page after signing in: a seller sees what to do today and how the month went, an admin what waits for a
/// decision, staff what is under way.
/// </summary>
public sealed partial class TodayPage
{
    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadToday Read { get; set; } = null!;

    [Inject]
    private ReadWaiting ReadWaiting { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<TodayPage> Log { get; set; } = null!;

    private Actor? Actor { get; set; }

    private Today? Today { get; set; }

    private Waiting? Waiting { get; set; }

    private bool Failed { get; set; }

    private DateTimeOffset Now => Clock.GetUtcNow();

    private string PickupsToday => PortalUrls.PickupsOf(IndianFormat.DayOf(Now));

    private IReadOnlyList<TaskTiles.Task> AdminTasks =>
    [
        new(Texts["TaskSellers"], Waiting!.Sellers, $"{PortalUrls.Sellers}?status={SellerStatus.Pending}", Urgent: true),
        new(Texts["TaskRanges"], Waiting.LowRanges, PortalUrls.ArticleNumbers, Urgent: true),
        new(Texts["TaskWork"], Waiting.DeadWork, PortalUrls.Work, Urgent: true),
    ];

    private IReadOnlyList<TaskTiles.Task> ShipmentTasks => Actor!.SellerId is not null
        ?
        [
            new(Texts["TaskNeedsYou"], Today!.Counts.Failed, PortalUrls.FailedDeliveries, Urgent: true),
            new(Texts["TaskToPrint"], Today.Counts.ToPrint, PortalUrls.ShipmentsOf(ShipmentTile.ToPrint)),
            new(Texts["TaskToHandOver"], Today.Counts.ToHandOver, PortalUrls.ShipmentsOf(ShipmentTile.ToHandOver)),
            new(Texts["TaskPickups"], Today.Counts.Pickups, PickupsToday),
            new(Texts["TaskMissedPickups"], Today.Counts.MissedPickups, PortalUrls.MissedPickups, Urgent: true),
            new(Texts["TaskOutForDelivery"], Today.Counts.OutForDelivery, PortalUrls.ShipmentsOf(ShipmentTile.OutForDelivery)),
        ]
        :
        [
            new(Texts["TaskFailed"], Today!.Counts.Failed, PortalUrls.ShipmentsOf(ShipmentTile.NeedsYou)),
            new(Texts["TaskOutForDelivery"], Today.Counts.OutForDelivery, PortalUrls.ShipmentsOf(ShipmentTile.OutForDelivery)),
            new(Texts["TaskToHandOver"], Today.Counts.ToHandOver, PortalUrls.ShipmentsOf(ShipmentTile.ToHandOver)),
            new(Texts["TaskPickups"], Today.Counts.Pickups, PickupsToday),
            new(Texts["TaskMissedPickups"], Today.Counts.MissedPickups, PortalUrls.MissedPickups, Urgent: true),
        ];

    private NextAct? Next
    {
        get
        {
            if (Today!.Seller is null) return null;
            if (Today.Counts.Failed is > 0 and var failed) return Act("NextNeedsYou", failed, PortalUrls.FailedDeliveries);
            if (Today.Counts.MissedPickups is > 0 and var missed) return Act("NextMissed", missed, PortalUrls.MissedPickups);
            if (Today.Counts.ToPrint is > 0 and var unprinted) return Act("NextPrint", unprinted, PortalUrls.ShipmentsOf(ShipmentTile.ToPrint));
            if (Today.Counts.ToHandOver is > 0 and var waiting) return Act("NextHandOver", waiting, PortalUrls.ShipmentsOf(ShipmentTile.ToHandOver));
            return Actor!.MayWrite ? new NextAct(Texts["NextBook"], Texts["BookParcel"], PortalUrls.Book) : null;
        }
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            Failed = false;
            Actor = (await Authentication).User.ToActor();
            Waiting = Actor.IsAdmin ? await ReadWaiting.ExecuteAsync(Actor, CancellationToken.None) : null;
            Today = await Read.ExecuteAsync(Actor, CancellationToken.None);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "The start page could not be read.");
            Failed = true;
        }
    }

    private NextAct Act(string key, int count, string url) => new(Texts[count == 1 ? $"{key}One" : key, IndianFormat.Number(count)], Texts[$"{key}Button"], url);

    private sealed record NextAct(string Sentence, string Button, string Url);
}
