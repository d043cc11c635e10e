using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;

namespace SellerPortal.Features.Pickups;

/// <summary>The pickups of a seller, or of everybody for the staff of the post, filtered by state, and by office and day.</summary>
public sealed partial class PickupsPage
{
    [Inject]
    private ListPickups List { get; set; } = null!;

    /// <summary>Everything of the chosen office and day.</summary>
    private PickupFilter Everything => Filter with { State = null, Missed = false, Page = 1 };

    private bool IsFiltered => Filter != new PickupFilter { Page = Filter.Page };

    /// <inheritdoc/>
    protected override PickupFilter Parse(string query) => PickupsUrl.FilterIn(query);

    /// <inheritdoc/>
    protected override async Task<Answer> ReadAsync(Actor actor, PickupFilter filter, CancellationToken token) =>
        new(await List.ExecuteAsync(actor, filter, token), actor.SeesAllShipments);

    private string WaitingText(int count) => count == 1 ? Texts["WaitingOne"] : Texts["Waiting", IndianFormat.Number(count)];

    /// <summary>What was read for the page.</summary>
    /// <param name="Rows">The pickups.</param>
    /// <param name="ForStaff">True when the rows are of many sellers.</param>
    public sealed record Answer(PickupsPageRows Rows, bool ForStaff);
}
