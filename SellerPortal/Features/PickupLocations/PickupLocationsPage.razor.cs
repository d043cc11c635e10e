using Microsoft.AspNetCore.Components;
using SellerPortal.Components.Entries;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.PickupLocations;

/// <summary>The places a seller sends from: add, change and remove them, and say which is the default. The page has no filter.</summary>
public sealed partial class PickupLocationsPage
{
    [Inject]
    private ReadLocations Read { get; set; } = null!;

    [Inject]
    private AddLocation Addition { get; set; } = null!;

    [Inject]
    private ChangeLocation Change { get; set; } = null!;

    [Inject]
    private MakeDefaultLocation MakeDefault { get; set; } = null!;

    [Inject]
    private RemoveLocation Removal { get; set; } = null!;

    /// <summary>The form; null while it is closed.</summary>
    private TypedLocation? Typed { get; set; }

    /// <inheritdoc/>
    protected override string TooManyText => Texts["TooMany"];

    /// <inheritdoc/>
    protected override string Parse(string query) => "";

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<LocationRow>> ReadAsync(Actor actor, string filter, CancellationToken token) => Read.ExecuteAsync(actor, token);

    private void Add()
    {
        Typed = new TypedLocation { Id = Guid.CreateVersion7(Clock.GetUtcNow()) };
        Begin(NameId);
    }

    private void Edit(LocationRow row)
    {
        Typed = TypedLocation.Of(row);
        Begin(NameId);
    }

    private void Close() => Typed = null;

    private async Task SaveAsync()
    {
        if (Typed is not { } typed) return;
        var form = new LocationForm(typed.Name, typed.Address.ToInput());
        var saved = await ActAsync(
            actor => typed.Version is { } version
                ? Change.ExecuteAsync(actor, typed.Id, version, form, Leaving)
                : Addition.ExecuteAsync(actor, typed.Id, form, Leaving),
            Words["Saved", typed.Name.Trim()],
            FirstField);
        if (saved || Result.Outcome is KeepOutcome.ChangedMeanwhile or KeepOutcome.Missing) Close();
    }

    private async Task MakeDefaultAsync(LocationRow row)
    {
        Close();
        await ActAsync(actor => MakeDefault.ExecuteAsync(actor, row.Id, row.Version, Leaving), Texts["IsDefaultNow", row.Name]);
    }

    private async Task RemoveAsync(LocationRow row)
    {
        if (Typed?.Id == row.Id) Close();
        await ActAsync(actor => Removal.ExecuteAsync(actor, row.Id, Leaving), Words["Removed", row.Name]);
    }

    private static string FirstField(KeepResult result) =>
        result is { EntryFaults: [], Faults: [var first, ..] } ? EntryAddressFields.IdOf(first.Field()) : NameId;
}
