using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Shipments;

/// <summary>The first page after signing in: what waits, and what to do next.</summary>
public sealed partial class TodayPage
{
    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadToday Read { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<TodayPage> Log { get; set; } = null!;

    private Today? Today { get; set; }

    private bool Failed { get; set; }

    private DateTimeOffset Now => Clock.GetUtcNow();

    private NextAct? Next
    {
        get
        {
            if (Count(ShipmentTile.NeedsYou) is > 0 and var failed) return Act("NextNeedsYou", failed, ShipmentTile.NeedsYou);
            if (Count(ShipmentTile.ToPrint) is > 0 and var unprinted) return Act("NextPrint", unprinted, ShipmentTile.ToPrint);
            if (Count(ShipmentTile.ToHandOver) is > 0 and var waiting) return Act("NextHandOver", waiting, ShipmentTile.ToHandOver);
            return Today?.Seller is null ? null : new NextAct(Texts["NextBook"], Texts["BookParcel"], PortalUrls.Book);
        }
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            Failed = false;
            Today = await Read.ExecuteAsync((await Authentication).User.ToActor(), CancellationToken.None);
        }
        catch (DbException fault)
        {
            Log.LogError(fault, "The start page could not be read.");
            Failed = true;
        }
    }

    private int Count(ShipmentTile tile) => Today!.Counts.GetValueOrDefault(tile);

    private NextAct Act(string key, int count, ShipmentTile tile) => new(Texts[count == 1 ? $"{key}One" : key, IndianFormat.Number(count)], Texts[$"{key}Button"], ShipmentListUrl.Of(tile));

    private sealed record NextAct(string Sentence, string Button, string Url);
}
