using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Pickups;

/// <summary>A seller's repeating pickups, and a form for another one.</summary>
public sealed partial class RepeatsSection
{
    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ManageRepeats Manage { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<RepeatsSection> Log { get; set; } = null!;

    private IReadOnlyList<PickupRepeat>? Repeats { get; set; }

    [Inject]
    private ReadPickupLocations ReadLocations { get; set; } = null!;

    private IReadOnlyList<PickupLocationChoice> Locations { get; set; } = [];

    private Guid Location { get; set; }

    private bool Failed { get; set; }

    private bool Busy { get; set; }

    private bool MayWrite { get; set; }

    private string? Fault { get; set; }

    private Guid Key { get; set; }

    private PickupWeekdays Weekdays { get; set; } = PickupWeekdays.EachWeekday;

    private PickupSlot Slot { get; set; } = PickupSlot.Afternoon;

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task<Actor> ActorAsync() => (await Authentication).User.ToActor();

    private async Task LoadAsync()
    {
        Failed = false;
        Key = Guid.CreateVersion7(Clock.GetUtcNow());
        try
        {
            var actor = await ActorAsync();
            MayWrite = actor.MayWrite;
            Locations = await ReadLocations.ExecuteAsync(actor, Leaving);
            if (Locations.Count > 0 && !Locations.Any(location => location.Id == Location)) Location = Locations[0].Id;
            Repeats = await Manage.ListAsync(actor, Leaving);
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "The repeating pickups could not be read.");
            Failed = true;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left before the answer came.
        }
    }

    private Task BeginAsync() => DoAsync(actor => Manage.BeginAsync(actor, Key, Weekdays, Slot, Locations.Count > 1 ? Location : null, CancellationToken.None));

    private async Task DoAsync(Func<Actor, Task<RepeatResult>> step)
    {
        if (Busy) return;
        (Busy, Fault) = (true, null);
        try
        {
            var result = await step(await ActorAsync());
            if (result == RepeatResult.TooMany) Fault = Texts["RepeatTooMany", PickupRepeat.MostOfASeller];
            else if (result != RepeatResult.Done) Fault = Texts[$"Repeat{result}"];
            if (result != RepeatResult.NoWeekday) await LoadAsync();
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "A repeating pickup could not be changed.");
            Fault = Texts["SaveFailed"];
        }
        finally
        {
            Busy = false;
        }
    }

    private string Name(PickupRepeat repeat)
    {
        var days = repeat.Weekdays == PickupWeekdays.EachWeekday
            ? Texts["EachWeekday"].Value
            : string.Join(", ", PickupWeekdaysReading.Single.Where(day => repeat.Weekdays.HasFlag(day)).Select(day => Texts[$"Weekday{day}"].Value));
        var name = $"{days}, {PickupWords.Hours(repeat.Slot)}";
        return Locations.FirstOrDefault(location => location.Id == repeat.LocationId) is { } place ? Texts["RepeatAt", name, place.Name] : name;
    }

    private string? Last(PickupRepeat repeat) => repeat.LastDay is { } day
        ? Texts[repeat.LastRefusal is { } refusal ? $"Last{refusal}" : "LastMade", IndianFormat.Date(day)].Value
        : null;
}
