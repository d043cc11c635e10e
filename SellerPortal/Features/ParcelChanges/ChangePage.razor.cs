using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Resources;

namespace SellerPortal.Features.ParcelChanges;

/// <summary>Changes a booked parcel, and shows the table of what can be changed when.</summary>
public sealed partial class ChangePage
{
    /// <summary>The shipment's id.</summary>
    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ReadChangeable Read { get; set; } = null!;

    [Inject]
    private ChangeParcel Change { get; set; } = null!;

    private Changeable? Parcel => Page?.Parcel;

    private ChangeForm Form { get; set; } = new();

    private IReadOnlyList<BookingFault> Faults { get; set; } = [];

    private bool Busy { get; set; }

    private string? Said { get; set; }

    private bool SaidIsFault { get; set; }

    /// <summary>True when the printed label no longer says what is right.</summary>
    private bool LabelIsOld { get; set; }

    /// <inheritdoc/>
    protected override int Parse(string query) => 0;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Page is { Parcel: null }) Navigation.NotFound();
    }

    /// <inheritdoc/>
    protected override async Task<Answer> ReadAsync(Actor actor, int filter, CancellationToken token)
    {
        var parcel = await Read.ExecuteAsync(actor, new ShipmentId(Id), token);
        if (parcel is not null) Form = Parcel is { } shown ? Form.Over(shown.Facts, parcel.Facts, parcel.Stage) : ChangeForm.Of(parcel.Facts);
        return new Answer(parcel);
    }

    private bool Locked(EditablePart part) => !ShipmentEdits.May(part, Parcel!.Stage);

    private string? FaultAt(BookingField field) =>
        Faults.Where(fault => fault.Field() == field).Select(fault => BookingFaultWords.Of(fault)).FirstOrDefault();

    /// <summary>A mark for the field that takes the focus; another one after every attempt.</summary>
    private object? FocusAt(BookingField field) => Faults.Count > 0 && Faults[0].Field() == field ? Faults : null;

    private async Task SaveAsync()
    {
        if (Busy || Parcel is not { } before) return;
        (Busy, Said, Faults, LabelIsOld) = (true, null, [], false);
        try
        {
            switch (await Change.ExecuteAsync(await ActorAsync(), before.Id, Form.ToInput(), before.Facts, Leaving))
            {
                case ChangeResult.Changed { Parts.Count: 0 }:
                    Say(Texts["Same"], isFault: false);
                    break;
                case ChangeResult.Changed:
                    await LoadAsync();
                    Form = ChangeForm.Of(Parcel.Facts);
                    // Once the post has it, its label is on it, and a new one would help nobody.
                    LabelIsOld = Parcel is { LabelPrinted: true, Stage: EditStage.BeforeHandOver } now && before.Facts.IsPrintedUnlike(now.Facts);
                    Say(Texts[LabelIsOld ? "ChangedLabelOld" : "Changed"], isFault: false);
                    break;
                case ChangeResult.Faulty faulty:
                    Faults = faulty.Faults;
                    break;
                case ChangeResult.TooLate:
                    await LoadAsync();
                    Say(Texts["TooLate"], isFault: true);
                    break;
                case ChangeResult.ChangedMeanwhile:
                    await LoadAsync();
                    Say(Texts["ChangedMeanwhile"], isFault: true);
                    break;
                case ChangeResult.NotFound:
                    Navigation.NotFound();
                    break;
            }
        }
        finally
        {
            Busy = false;
        }
    }

    private void Say(string sentence, bool isFault) => (Said, SaidIsFault) = (sentence, isFault);

    /// <summary>What was read for the page; nothing when the parcel does not exist for who looks.</summary>
    public sealed record Answer(Changeable? Parcel);
}
