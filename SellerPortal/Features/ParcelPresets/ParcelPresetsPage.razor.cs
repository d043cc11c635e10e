using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Resources;

namespace SellerPortal.Features.ParcelPresets;

/// <summary>A seller's boxes: add, change and remove them. The page has no filter.</summary>
public sealed partial class ParcelPresetsPage
{
    [Inject]
    private ReadBoxes Read { get; set; } = null!;

    [Inject]
    private KeepBox Keep { get; set; } = null!;

    [Inject]
    private RemoveBox Removal { get; set; } = null!;

    /// <summary>The form; null while it is closed.</summary>
    private TypedBox? Typed { get; set; }

    /// <inheritdoc/>
    protected override string TooManyText => Texts["TooMany"];

    /// <inheritdoc/>
    protected override string Parse(string query) => "";

    /// <inheritdoc/>
    protected override Task<IReadOnlyList<BoxPreset>> ReadAsync(Actor actor, string filter, CancellationToken token) => Read.ExecuteAsync(actor, token);

    private string? ErrorAt(BookingField field)
    {
        foreach (var fault in Result.Faults)
        {
            if (fault.Field() == field) return BookingFaultWords.Of(fault);
        }

        return null;
    }

    private void Add()
    {
        Typed = new TypedBox { Id = Guid.CreateVersion7(Clock.GetUtcNow()) };
        Begin(NameId);
    }

    private void Edit(BoxPreset box)
    {
        Typed = TypedBox.Of(box);
        Begin(NameId);
    }

    private void Close() => Typed = null;

    private async Task SaveAsync()
    {
        if (Typed is not { } typed) return;
        var form = typed.ToForm();
        var saved = await ActAsync(
            actor => Keep.ExecuteAsync(actor, typed.Id, typed.Version, form, Leaving), Words["Saved", typed.Name.Trim()], FirstField);
        if (saved || Result.Outcome is KeepOutcome.ChangedMeanwhile or KeepOutcome.Missing) Close();
    }

    private async Task RemoveAsync(BoxPreset box)
    {
        if (Typed?.Id == box.Id) Close();
        await ActAsync(actor => Removal.ExecuteAsync(actor, box.Id, Leaving), Words["Removed", box.Name]);
    }

    private static string FirstField(KeepResult result) => result switch
    {
        { EntryFaults: [not EntryFault.SizeMissing, ..] } => NameId,
        { EntryFaults: [_, ..] } => BoxEditor.SizeId,
        { Faults: [var first, ..] } when first.Field() == BookingField.Size => BoxEditor.SizeId,
        _ => BoxEditor.WeightId,
    };
}
