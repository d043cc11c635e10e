using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Pickups;

/// <summary>Asks for a pickup of chosen shipments, or of all that wait for none.</summary>
public sealed partial class NewPickupPage
{
    [Inject]
    private OpenPickupDesk Open { get; set; } = null!;

    [Inject]
    private RequestPickup Request { get; set; } = null!;

    [Inject]
    private ILogger<NewPickupPage> Log { get; set; } = null!;

    private Guid Key { get; set; }

    private PickupTime? Time { get; set; }

    private bool Busy { get; set; }

    private string? Refused { get; set; }

    /// <inheritdoc/>
    protected override Wanted Parse(string query) => new(PortalUrls.ChosenIn(query), PickupsUrl.LocationIn(query), PickupsUrl.AskedIn(query));

    /// <inheritdoc/>
    protected override void OnFilterChanged(Wanted before) => (Key, Refused) = (Guid.CreateVersion7(Clock.GetUtcNow()), null);

    /// <inheritdoc/>
    protected override async Task<PickupDeskView> ReadAsync(Actor actor, Wanted filter, CancellationToken token)
    {
        var view = (await Open.ExecuteAsync(actor, filter.Ids, filter.Location, token))!;
        var free = view.Days.SelectMany(day => day.Slots.Where(slot => slot.Refusal is null).Select(slot => new PickupTime(day.Day, slot.Slot)));
        if (Time is not { } chosen || !free.Contains(chosen)) Time = PickupDays.FirstOf(view.Days);
        return view;
    }

    private void ComeTo(Guid location) => Show(PickupsUrl.New(Filter.Ids, location));

    private async Task RequestAsync()
    {
        if (Busy || Time is not { } time) return;
        (Busy, Refused) = (true, null);
        try
        {
            // What was begun is finished though the seller leaves.
            var result = await Request.ExecuteAsync(await ActorAsync(), new PickupWish(Key, time, Filter.Ids, Location: Page!.Location), CancellationToken.None);
            if (result is PickupResult.Done done)
            {
                var elsewhere = LeftOutParcels.Elsewhere(done.LeftOut);
                Navigation.NavigateTo(elsewhere.Count == 0 ? PortalUrls.Pickup(done.Id) : PickupsUrl.New(elsewhere, location: null, done.Id));
                return;
            }

            Refused = PickupWords.Refusal(Texts, result, Page!.Minimum);
            if (result is PickupResult.Refused { Next: { } next }) Time = next;
            await LoadAsync();
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "A pickup could not be requested.");
            Refused = Texts["SaveFailed"];
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>What the address names.</summary>
    /// <param name="Ids">The shipments; null for all that wait for no pickup.</param>
    /// <param name="Location">Where they are; the location that most of them were sent from when null.</param>
    /// <param name="Asked">The pickup that was asked for just before, of which these were left out; null for none.</param>
    public sealed record Wanted(IReadOnlyList<ShipmentId>? Ids, Guid? Location, PickupId? Asked);
}
